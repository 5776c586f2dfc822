package bench;

/** Watches the simulator's file for the first message of a run and for the last. */
final class SimulatorArrivals implements Smsc.Arrivals, Runnable {
    private static final long STALLED_MICROS = 30_000_000;
    private static final int REWRITTEN_MILLIS = 20;

    private final Simulator simulator;
    private final Statistics before;
    private final Thread watch = new Thread(this, "first-submit");
    private volatile long first;

    SimulatorArrivals(Simulator simulator) {
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
    public Smsc.Sent await(int expected) {
        long arrived = 0;
        long since = Clock.micros();
        while (arrived < expected) {
            Clock.pause(REWRITTEN_MILLIS);
            long now = arrived();
            since = now > arrived ? Clock.micros() : since;
            arrived = now;
            checkProgress(expected, arrived, since);
        }
        return settled(expected);
    }

    private long arrived() {
        return simulator.statistics().accepted() - before.accepted();
    }

    private static void checkProgress(int expected, long arrived, long since) {
        if (arrived < expected && Clock.micros() - since > STALLED_MICROS) {
            throw new IllegalStateException("the SMSC received " + arrived + " of " + expected + " accepted messages: "
                    + (expected - arrived) + " missing, none came for " + STALLED_MICROS / 1_000_000 + " s");
        }
    }

    /** Two more rewrites of the file: one message too many would be in it. */
    private Smsc.Sent settled(int expected) {
        Clock.pause(3 * REWRITTEN_MILLIS);
        watch.interrupt();
        Statistics now = simulator.statistics();
        long count = now.accepted() - before.accepted();
        return new Smsc.Sent(count, count - expected, first, now.lastResponseMicros());
    }
}
