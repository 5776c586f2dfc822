package org.caravansms.send;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of messages, RFC 4180, with a header. The columns are separated by commas, semicolons or tabs, as in its header.
 * A line that has a mistake of its own is a message with a fault; a file that cannot be read on is refused.
 *
 * @param charset of its text; a byte order mark in front is no part of it
 */
public record CsvFile(Path file, Charset charset) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int KEY_DIGITS = 32;
    private static final int CHECK_DIGITS = 16;

    /**
     * Reads all of it, in constant memory.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public void each(Consumer<OutgoingSms> messages) {
        try (BufferedReader text = text();
                CSVParser parser = format(firstLine(text)).parse(text)) {
            read(parser, messages);
        } catch (CharacterCodingException e) {
            throw wrongCharset();
        } catch (IOException e) {
            throw wrong("it cannot be read: " + e);
        }
    }

    private void read(CSVParser parser, Consumer<OutgoingSms> messages) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        CsvHeader header = header(next(records, 1));
        List<Long> empty = new ArrayList<>();
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            List<String> values = next(records, line);
            if (values == null) {
                return;
            }
            if (values.size() == 1 && values.get(0).isEmpty()) {
                empty.add(line);
            } else {
                // those at the end of the file are no mistake
                empty.forEach(each -> messages.accept(wrongLine(each, key(each, ""), "The line is empty")));
                empty.clear();
                messages.accept(message(line, values, header));
            }
        }
    }

    private static OutgoingSms wrongLine(long line, String key, String fault) {
        return new OutgoingSms(line, check(key), Map.of(), fault);
    }

    /** @return null at the end */
    private List<String> next(Iterator<CSVRecord> records, long line) throws IOException {
        try {
            return records.hasNext() ? records.next().toList() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw coding;
            }
            boolean open = String.valueOf(e.getCause().getMessage()).contains("EOF");
            throw wrong("line " + line + (open ? ": a quote is not closed" : ": a quote is closed within a column"));
        }
    }

    private CsvHeader header(List<String> names) {
        if (names == null) {
            throw wrong("it is empty, and has no header such as to,text");
        }
        try {
            return new CsvHeader(names.stream().map(String::strip).toList());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private OutgoingSms message(long line, List<String> values, CsvHeader header) {
        String key = key(line, String.join("\0", values));
        int columns = header.columns().size();
        if (values.size() != columns) {
            return wrongLine(line, key, "The line has " + values.size() + " columns, and the header " + columns);
        }
        Map<String, String> parameters = header.parameters(values);
        parameters.putIfAbsent("messageid", "csv-" + key);
        return new OutgoingSms(line, check(key), parameters, null);
    }

    /** The same for the same line of the same file, whenever it is read. */
    private String key(long line, String values) {
        try {
            String all = file.getFileName() + "\0" + line + "\0" + values;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String check(String key) {
        return key.substring(0, CHECK_DIGITS);
    }

    private BufferedReader text() throws IOException {
        Reader strict = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader text = new BufferedReader(strict, 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static String firstLine(BufferedReader text) throws IOException {
        char[] begin = new char[1 << 10];
        text.mark(begin.length);
        int length = Math.max(0, text.read(begin));
        text.reset();
        return new String(begin, 0, length).lines().findFirst().orElse("");
    }

    private static CSVFormat format(String header) {
        char separator = header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';' : '\t';
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(file + ": " + why);
    }

    /** The decoder reads ahead: only another look finds the line. */
    private IllegalArgumentException wrongCharset() {
        long line = 1;
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            for (int octet = octets.read(); octet >= 0; octet = octets.read()) {
                one.write(octet);
                if (octet == '\n') {
                    if (!isOf(one.toByteArray())) {
                        break;
                    }
                    one.reset();
                    line++;
                }
            }
        } catch (IOException e) {
            return wrong("it cannot be read: " + e);
        }
        return wrong(
                "line " + line + " is not " + charset + ": name its character set, such as --charset windows-1252");
    }

    private boolean isOf(byte[] line) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
