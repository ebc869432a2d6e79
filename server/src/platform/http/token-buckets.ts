// Token buckets: how often somebody may do something. A bucket holds as much as may come at once and fills up steadily; one that is full again is
// forgotten, so memory follows those who are here and not those who ever were.

export interface Limit {
  readonly perSecond: number;
  /** How much may come at once after a pause. */
  readonly burst: number;
}

export interface Verdict {
  readonly allowed: boolean;
  /** What may come at once, at most. */
  readonly limit: number;
  readonly remaining: number;
  /** Until one more is allowed; 0 where it is. */
  readonly retryMs: number;
  /** Until all is allowed again. */
  readonly fullMs: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MOST_BUCKETS = 100_000;

export class TokenBuckets {
  readonly limit: Limit;
  private readonly most: number;
  /** In the order of their last use. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(limit: Limit, most = MOST_BUCKETS) {
    this.limit = limit;
    this.most = most;
  }

  get size(): number {
    return this.buckets.size;
  }

  /** `now` in milliseconds of a clock that only goes forward. What is refused costs nothing. */
  take(name: string, now: number): Verdict {
    const bucket = this.bucketOf(name, now);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    const { burst, perSecond } = this.limit;
    return {
      allowed,
      limit: burst,
      remaining: Math.floor(bucket.tokens),
      retryMs: allowed ? 0 : ((1 - bucket.tokens) / perSecond) * 1000,
      fullMs: ((burst - bucket.tokens) / perSecond) * 1000,
    };
  }

  private bucketOf(name: string, now: number): Bucket {
    const { burst, perSecond } = this.limit;
    const found = this.buckets.get(name);
    this.buckets.delete(name);
    const tokens = found === undefined ? burst : Math.min(burst, found.tokens + ((now - found.at) / 1000) * perSecond);
    const bucket = { tokens, at: now };
    if (this.buckets.size >= this.most) this.makeRoom(now);
    this.buckets.set(name, bucket);
    return bucket;
  }

  /** Those unused for long are full and say nothing; where none is, who came longest ago is forgiven. */
  private makeRoom(now: number): void {
    const { burst, perSecond } = this.limit;
    for (const [name, bucket] of this.buckets) {
      const isFull = bucket.tokens + ((now - bucket.at) / 1000) * perSecond >= burst;
      if (!isFull && this.buckets.size < this.most) return;
      this.buckets.delete(name);
    }
  }
}
