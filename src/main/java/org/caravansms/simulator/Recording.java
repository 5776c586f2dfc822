package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who hears of the PDUs that the SMSC for tests, demos and benchmarks receives.
 *
 * @param logFile where one JSON line for each PDU is appended; null for nowhere. The lines have the
 *     whole PDUs, also the passwords of the binds
 * @param quiet whether the readable lines on the standard output are left out
 * @param listeners who is told of each submit_sm
 */
public record Recording(Path logFile, boolean quiet, List<PduListener> listeners) {
    /** Copies the listeners. */
    public Recording {
        listeners = List.copyOf(listeners);
    }

    Recording withLogFile(Path logFile) {
        return new Recording(logFile, quiet, listeners);
    }

    Recording withQuiet(boolean quiet) {
        return new Recording(logFile, quiet, listeners);
    }

    Recording withListener(PduListener listener) {
        List<PduListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Recording(logFile, quiet, more);
    }
}
