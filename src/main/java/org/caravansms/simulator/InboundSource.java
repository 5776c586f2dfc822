package org.caravansms.simulator;

/** Sends the inbound messages of the options one after the other, once there is an ESME that can receive. */
final class InboundSource implements Runnable {
    private final InboundTraffic traffic;
    private final OutgoingDeliveries deliveries;

    private InboundSource(InboundTraffic traffic, OutgoingDeliveries deliveries) {
        this.traffic = traffic;
        this.deliveries = deliveries;
    }

    /** Null where there are none to send. */
    static Daemon start(InboundTraffic traffic, OutgoingDeliveries deliveries) {
        return traffic.everyMillis() == 0
                ? null
                : Daemon.start("simulator-inbound", new InboundSource(traffic, deliveries));
    }

    @Override
    public void run() {
        try {
            deliveries.awaitReceiver();
            for (long number = 1; true; number++) {
                deliveries.deliver(traffic.message(number));
                Thread.sleep(traffic.everyMillis());
            }
        } catch (InterruptedException e) {
            // the simulator was closed
            Thread.currentThread().interrupt();
        }
    }
}
