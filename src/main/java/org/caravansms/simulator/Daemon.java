package org.caravansms.simulator;

/** A daemon thread: an embedded simulator must not outlive its tests. */
record Daemon(Thread thread) {
    private static final long END_MILLIS = 1000;

    static Daemon start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return new Daemon(thread);
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits until it is over, a second at most. */
    void awaitEnd() {
        // a listener may close the simulator: its thread cannot wait for itself
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
