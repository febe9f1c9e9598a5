import Database from 'better-sqlite3';
const d = new Database(process.argv[2]);
d.pragma('cache_size=-500000'); d.pragma('synchronous=OFF');
d.exec('drop index comment_newest; create index comment_newest on comment (site_id, page_id, received); create index if not exists page_of_site on page (site_id);');
d.pragma('wal_checkpoint(TRUNCATE)');
d.close();
