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
 * Appends one JSON line for each PDU that was received to a file, and one for each response that was still due when
 * its connection ended; a response that does not leave is marked as lost in its line. When write returns, the operating system has the lines:
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
        append(ByteBuffer.wrap(lines(exchanges)));
    }

    @Override
    public void unsent(List<Exchange> responses) throws IOException {
        write(responses);
    }

    private static byte[] lines(List<Exchange> exchanges) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(lines, JsonEncoding.UTF8)) {
            for (Exchange exchange : exchanges) {
                new LogLine(json).write(exchange);
            }
            json.writeRaw('\n');
        }
        return lines.toByteArray();
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
