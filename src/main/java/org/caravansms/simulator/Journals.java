package org.caravansms.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All journals of a simulator, in the order they are written. */
record Journals(List<Journal> journals) implements Journal {
    // the listeners are last: they may close the simulator, and the file has the evidence by then
    static Journals open(Recording recording, PduTally tally) throws IOException {
        List<Journal> journals = new ArrayList<>(List.of(tally));
        if (recording.logFile() != null) {
            journals.add(LogFile.open(recording.logFile()));
        }
        if (!recording.quiet()) {
            journals.add(new ConsoleJournal(Console.standard()));
        }
        journals.add(new ListenerJournal(recording.listeners(), recording.deliveryListeners()));
        return new Journals(journals);
    }

    @Override
    public void write(List<Exchange> exchanges) throws IOException {
        for (Journal journal : journals) {
            journal.write(exchanges);
        }
    }

    @Override
    public void unsent(List<Exchange> responses) throws IOException {
        for (Journal journal : journals) {
            journal.unsent(responses);
        }
    }

    @Override
    public void delivering(List<SentDelivery> deliveries) throws IOException {
        for (Journal journal : journals) {
            journal.delivering(deliveries);
        }
    }

    @Override
    public void close() throws IOException {
        for (Journal journal : journals) {
            journal.close();
        }
    }
}
