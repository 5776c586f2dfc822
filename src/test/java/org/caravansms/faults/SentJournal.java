package org.caravansms.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sender's journal: a line a message, with tabs between number, answer, id, recipient and text. */
final class SentJournal implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    SentJournal(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    synchronized void add(List<SentMessage> messages) throws IOException {
        for (SentMessage sent : messages) {
            writer.write(String.join(
                    "\t", sent.number(), sent.answer().name(), sent.id(), sent.recipient(), sent.text() + "\n"));
        }
        writer.flush();
    }

    synchronized List<SentMessage> read() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(SentJournal::sent).toList();
        }
    }

    private static SentMessage sent(String line) {
        String[] field = line.split("\t");
        return new SentMessage(field[0], field[3], field[4], SentMessage.Answer.valueOf(field[1]), field[2]);
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
