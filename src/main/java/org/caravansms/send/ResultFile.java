package org.caravansms.send;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The answers for the lines of a file, beside it: line, id, code, text, check. A line that was refused and is sent again
 * has another row. A run that was killed may have left half a row, which is removed. One process has it at a time.
 */
public final class ResultFile implements AutoCloseable {

    private static final String HEADER = "line,id,code,text,check\n";

    private final Path file;
    private final RandomAccessFile locked;
    private final CSVPrinter rows;
    /** By line the check of what was accepted; eight octets a line. */
    private long[] accepted = new long[1024];

    private long acceptedCount;

    /** @throws IllegalArgumentException when another process has it */
    public ResultFile(Path file) throws IOException {
        this.file = file;
        this.locked = new RandomAccessFile(file.toFile(), "rw");
        FileLock lock = locked.getChannel().tryLock();
        if (lock == null) {
            locked.close();
            throw new IllegalArgumentException("Another process sends this file at present, and writes " + file);
        }
        removeHalfRow();
        read();
        BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        rows = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(writer);
    }

    public static Path of(Path input) {
        return input.resolveSibling(input.getFileName() + ".result.csv");
    }

    private void removeHalfRow() throws IOException {
        long end = locked.length();
        while (end > 0) {
            locked.seek(end - 1);
            if (locked.read() == '\n') {
                break;
            }
            end--;
        }
        locked.setLength(end);
        if (end == 0) {
            locked.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void read() throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setSkipHeaderRecord(true)
                        .setHeader()
                        .get()
                        .parse(text)) {
            for (CSVRecord row : parser) {
                if (row.get("code").equals("0")) {
                    accept(Integer.parseInt(row.get("line")), Long.parseUnsignedLong(row.get("check"), 16));
                }
            }
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new IllegalArgumentException(file + " is no result file: move it away. " + e.getMessage());
        }
    }

    private void accept(int line, long check) {
        if (line >= accepted.length) {
            accepted = Arrays.copyOf(accepted, Math.max(line + 1, accepted.length + accepted.length / 2));
        }
        accepted[line] = check;
        acceptedCount++;
    }

    /** @return whether that line was accepted by an earlier run, as it is now */
    boolean has(OutgoingSms message) {
        int line = (int) message.line();
        return line < accepted.length && accepted[line] == Long.parseUnsignedLong(message.check(), 16);
    }

    void add(OutgoingSms message, SmsAnswer answer) throws IOException {
        rows.printRecord(
                message.line(), answer.id(), answer.code(), answer.text().replaceAll("\\s", " "), message.check());
    }

    /** What is written survives the end of this process. */
    void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        locked.close();
    }
}
