package org.caravansms.simulator;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Appends JSON lines to a file: one for each PDU received, each receipt and inbound message sent, and each response
 * that was still due when its connection ended; a response that is not sent is marked as lost in its line. When write
 * returns, the operating system has the lines: they outlive a kill of this process.
 */
final class LogFile implements Journal {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();

    // no channel: that one closes for all when a thread is interrupted that writes to it
    private final OutputStream file;

    private LogFile(OutputStream file) {
        this.file = file;
    }

    // appending: the lines of an earlier run on the same file are evidence as well
    static LogFile open(Path path) throws IOException {
        try {
            return new LogFile(new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw new IOException("cannot open the log file " + path + ": " + e, e);
        }
    }

    @Override
    public void write(List<Exchange> exchanges) throws IOException {
        append(lines(exchanges));
    }

    private static byte[] lines(List<Exchange> exchanges) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(lines, JsonEncoding.UTF8)) {
            LogLine line = new LogLine(json);
            for (Exchange exchange : exchanges) {
                line.write(exchange);
            }
            json.writeRaw('\n');
        }
        return lines.toByteArray();
    }

    private synchronized void append(byte[] lines) throws IOException {
        file.write(lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
