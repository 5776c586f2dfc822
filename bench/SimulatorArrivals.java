package bench;

/** Watches the simulator's file for the first message of a run and for the last. */
final class SimulatorArrivals implements BenchSmsc.Arrivals, Runnable {
    private static final int REWRITTEN_MILLIS = 20;

    private final BenchSimulator simulator;
    private final Statistics before;
    private final Thread watch = new Thread(this, "first-submit");
    private volatile long first;

    SimulatorArrivals(BenchSimulator simulator) {
        this.simulator = simulator;
        this.before = simulator.statistics();
        watch.setDaemon(true);
        watch.start();
    }

    /** The simulator's own first time is that of its whole life, so the first of a run is seen from here. */
    @Override
    public void run() {
        try {
            while (simulator.statistics().submits() == before.submits()) {
                Thread.sleep(REWRITTEN_MILLIS / 2);
            }
            first = Clock.micros();
        } catch (InterruptedException e) {
            first = Clock.micros();
        }
    }

    @Override
    public BenchSmsc.Sent await(int expected) {
        Clock.awaitAll(expected, this::arrived, REWRITTEN_MILLIS, "messages at the SMSC");
        return settled(expected, awaitReceipts(expected));
    }

    /** @return when the last one was acknowledged; the SMSC sends none where none were asked for */
    private long awaitReceipts(int expected) {
        Clock.pause(150);
        long wanted = simulator.statistics().receipts() == 0 ? 0 : expected;
        return Clock.awaitAll(wanted, this::receipts, REWRITTEN_MILLIS, "receipts acknowledged by the gateway");
    }

    private long receipts() {
        return simulator.statistics().receipts() - before.receipts();
    }

    private long arrived() {
        return simulator.statistics().accepted() - before.accepted();
    }

    /** Two more rewrites of the file: one message too many would be in it. */
    private BenchSmsc.Sent settled(int expected, long lastReceipt) {
        Clock.pause(3 * REWRITTEN_MILLIS);
        watch.interrupt();
        Statistics now = simulator.statistics();
        long count = now.accepted() - before.accepted();
        long again = now.refused() - before.refused();
        return new BenchSmsc.Sent(
                count, count - expected + again, first, now.lastResponseMicros(), receipts(), lastReceipt);
    }
}
