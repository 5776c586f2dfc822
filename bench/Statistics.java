package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the simulator has seen since it started. */
record Statistics(long submits, long accepted, long lastResponseMicros, long receipts, long refused) {
    static Statistics read(Path file) {
        try {
            String line = Files.readString(file);
            return new Statistics(
                    number(line, "submits"), number(line, "accepted"), number(line, "lastResponseEpochMicros"),
                    number(receipts(line), "acknowledged"), number(receipts(line), "repeated"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String receipts(String line) {
        return line.substring(Math.max(0, line.indexOf("\"receipts\"")));
    }

    private static long number(String line, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":(-?\\d+)").matcher(line);
        return field.find() ? Long.parseLong(field.group(1)) : 0;
    }
}
