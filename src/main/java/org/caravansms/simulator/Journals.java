package org.caravansms.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All journals of a simulator, in the order they are written, and then the listeners. */
final class Journals implements Journal {
    private final List<Journal> journals = new ArrayList<>();
    private final List<Consumer<SubmitSm>> listeners;

    Journals(SimulatorOptions options, PduTally tally) throws IOException {
        journals.add(tally);
        if (options.logFile != null) {
            journals.add(LogFile.open(options.logFile));
        }
        if (!options.quiet) {
            journals.add(new ConsoleJournal(SimulatorMain.utf8(System.out)));
        }
        listeners = options.listeners;
    }

    // the listeners are last: they may close the simulator, and the file has the evidence by then
    @Override
    public void write(List<Exchange> exchanges) throws IOException {
        for (Journal journal : journals) {
            journal.write(exchanges);
        }
        exchanges.forEach(this::submitted);
    }

    private void submitted(Exchange exchange) {
        if (exchange.submitSm() != null) {
            listeners.forEach(listener -> listener.accept(exchange.submitSm()));
        }
    }

    @Override
    public void close() throws IOException {
        for (Journal journal : journals) {
            journal.close();
        }
    }
}
