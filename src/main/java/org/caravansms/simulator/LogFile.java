package org.caravansms.simulator;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends one JSON line for each PDU that was received to a file, one for each receipt and inbound message that is sent,
 * and one for each response that was still due when its connection ended; a response that does not leave is marked as
 * lost in its line. When write returns, the operating system has the lines:
 * they outlive a kill of this process.
 */
final class LogFile implements Journal {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();

    private final FileChannel file;

    private LogFile(FileChannel file) {
        this.file = file;
    }

    // appending: the lines of an earlier run on the same file are evidence as well
    static LogFile open(Path path) throws IOException {
        try {
            return new LogFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new IOException("cannot open the log file " + path + ": " + e, e);
        }
    }

    @Override
    public void write(List<Exchange> exchanges) throws IOException {
        append(lines(exchanges, LogLine::write));
    }

    @Override
    public void delivering(List<Sent> deliveries) throws IOException {
        append(lines(deliveries, LogLine::write));
    }

    @Override
    public void unsent(List<Exchange> responses) throws IOException {
        write(responses);
    }

    private interface Form<T> {
        void write(LogLine line, T one) throws IOException;
    }

    private static <T> ByteBuffer lines(List<T> all, Form<T> form) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(lines, JsonEncoding.UTF8)) {
            LogLine line = new LogLine(json);
            for (T one : all) {
                form.write(line, one);
            }
            json.writeRaw('\n');
        }
        return ByteBuffer.wrap(lines.toByteArray());
    }

    private synchronized void append(ByteBuffer lines) throws IOException {
        while (lines.hasRemaining()) {
            file.write(lines);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
