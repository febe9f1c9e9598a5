/** Whether a configured database is on a PostgreSQL server rather than in a file. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:/.test(database);
