package bench;

/** A port that nobody listens on: what is accepted stays in the queue. */
record NoSmsc(int port) implements BenchSmsc {
    @Override
    public Arrivals arrivals() {
        return expected -> new Sent(0, 0, 0, 0, 0, 0);
    }

    @Override
    public double cpuMillis() {
        return Double.NaN;
    }

    @Override
    public void close() {}
}
