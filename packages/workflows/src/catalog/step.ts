/** The part of the SDK's step tools that these functions use, so that a test can run their handlers directly. */
export interface Steps {
  run<Value>(id: string, work: () => Promise<Value>): Promise<unknown>;
}

/** An event as the SDK hands it over. `ts` is when it happened, in milliseconds. */
export interface IncomingEvent {
  data: unknown;
  ts?: number;
}
