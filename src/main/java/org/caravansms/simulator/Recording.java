package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who hears of the PDUs that the SMSC for tests, demos and benchmarks receives and sends.
 *
 * @param logFile where one JSON line for each PDU is appended; null for nowhere. The lines have the
 *     whole PDUs, also the passwords of the binds
 * @param quiet whether the readable lines on the standard output are left out
 * @param listeners who is told of each submit_sm
 * @param deliveryListeners who is told of each receipt and inbound message
 */
public record Recording(
        Path logFile, boolean quiet, List<PduListener> listeners, List<DeliveryListener> deliveryListeners) {
    /** Copies the listeners. */
    public Recording {
        listeners = List.copyOf(listeners);
        deliveryListeners = List.copyOf(deliveryListeners);
    }

    Recording withLogFile(Path logFile) {
        return new Recording(logFile, quiet, listeners, deliveryListeners);
    }

    Recording withQuiet(boolean quiet) {
        return new Recording(logFile, quiet, listeners, deliveryListeners);
    }

    Recording withListener(PduListener listener) {
        List<PduListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Recording(logFile, quiet, more, deliveryListeners);
    }

    Recording withListener(DeliveryListener listener) {
        List<DeliveryListener> more = new ArrayList<>(deliveryListeners);
        more.add(listener);
        return new Recording(logFile, quiet, listeners, more);
    }
}
