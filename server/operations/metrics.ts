import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommitFacts } from '../intake/write-queue.ts';
import type { ProblemKind } from '../http/problem.ts';
import type { AppendOutcome } from '../store/store.ts';

/** What the service counts about itself, in Prometheus' text format. No visitor is in it. */
export interface Metrics {
  acknowledged: (kind: AppendOutcome['kind']) => void;
  refused: (kind: ProblemKind) => void;
  committed: (facts: CommitFacts) => void;
  /** All figures, with their content type. */
  render: () => Promise<Response>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Counted plainly: a counter with labels takes longer to find its place than to count.
  const acknowledged = new Map<AppendOutcome['kind'], number>();
  new Counter({
    name: 'gensvar_responses_acknowledged_total',
    help: 'Responses acknowledged: new, amended or sent again.',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset();
      for (const [kind, count] of acknowledged) this.inc({ kind }, count);
    },
  });
  const refused = new Counter({
    name: 'gensvar_responses_refused_total',
    help: 'Responses refused, by the kind of problem.',
    labelNames: ['problem'],
    registers,
  });
  const commitSize = new Histogram({
    name: 'gensvar_commit_responses',
    help: 'Responses that shared one commit.',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
    registers,
  });
  const commitSeconds = new Histogram({
    name: 'gensvar_commit_seconds',
    help: 'How long a commit took.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const failedCommits = new Counter({
    name: 'gensvar_commits_failed_total',
    help: 'Commits that failed.',
    registers,
  });
  const waiting = new Gauge({
    name: 'gensvar_queue_responses',
    help: 'Responses that waited when the last commit was done.',
    registers,
  });

  return {
    acknowledged(kind) {
      acknowledged.set(kind, (acknowledged.get(kind) ?? 0) + 1);
    },
    refused(problem) {
      refused.inc({ problem });
    },
    committed(facts) {
      commitSize.observe(facts.size);
      commitSeconds.observe(facts.duration / 1000);
      waiting.set(facts.waiting);
      if (facts.failed) failedCommits.inc();
    },
    async render() {
      const body = await registry.metrics();
      return new Response(body, {
        headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
      });
    },
  };
}
