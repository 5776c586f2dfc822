package bench;

/** The other side of the gateway, seen from outside. */
interface BenchSmsc extends AutoCloseable {
    /** Begins to count what arrives from now on. */
    Arrivals arrivals();

    int port();

    double cpuMillis();

    @Override
    void close();

    /** The arrivals of one run. */
    interface Arrivals {
        Sent await(int expected);
    }

    /**
     * The arrivals so far; times are microseconds since the epoch.
     *
     * @param count messages answered with success
     * @param surplus messages above those that were accepted
     * @param first first submit_sm seen
     * @param last last submit_sm_resp
     * @param receipts those that were acknowledged
     * @param lastReceipt when the last of them was
     */
    record Sent(long count, long surplus, long first, long last, long receipts, long lastReceipt) {}

    /** A port that nobody listens on: accepted messages stay in the queue. */
    record Absent(int port) implements BenchSmsc {
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
}
