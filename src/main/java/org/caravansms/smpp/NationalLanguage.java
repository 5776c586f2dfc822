package org.caravansms.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/**
 * The languages that have tables of their own, in the order of their identifiers, 3GPP TS 23.038 section 6.2.1.2.4. The
 * tables, annex A, are read from {@code national-tables.properties}.
 */
public enum NationalLanguage {
    TURKISH,
    SPANISH,
    PORTUGUESE,
    BENGALI,
    GUJARATI,
    HINDI,
    KANNADA,
    MALAYALAM,
    ORIYA,
    PUNJABI,
    TAMIL,
    TELUGU,
    URDU;

    private static final int ROW = 16;
    private static final int HEXADECIMAL = 16;

    private final SeptetTable locking = table("locking");
    private final SeptetTable single = table("single");

    /** @return the language of an identifier, null when there is none */
    static NationalLanguage of(int identifier) {
        return identifier < 1 || identifier > values().length ? null : values()[identifier - 1];
    }

    /** @return its identifier in a user data header, 1 to 13 */
    byte identifier() {
        return (byte) (ordinal() + 1);
    }

    /** @return the table in place of the default alphabet, null when it has none */
    SeptetTable locking() {
        return locking;
    }

    /** @return the table in place of the extension table */
    SeptetTable single() {
        return single;
    }

    private SeptetTable table(String kind) {
        String prefix = name().toLowerCase(Locale.ROOT) + "." + kind + ".";
        char[] characters = new char[SeptetTable.SIZE];
        boolean isThere = false;
        for (int row = 0; row < SeptetTable.SIZE; row += ROW) {
            String codePoints = Rows.ALL.getProperty(prefix + "%02X".formatted(row));
            if (codePoints != null) {
                read(codePoints.split(" "), characters, row);
                isThere = true;
            }
        }
        return isThere ? new SeptetTable(characters) : null;
    }

    private static void read(String[] codePoints, char[] to, int from) {
        for (int i = 0; i < ROW; i++) {
            to[from + i] = codePoints[i].equals("----") ? 0 : (char) Integer.parseInt(codePoints[i], HEXADECIMAL);
        }
    }

    /** Read before the constants, which need it. */
    private static final class Rows {

        static final Properties ALL = new Properties();

        static {
            try (InputStream in = NationalLanguage.class.getResourceAsStream("national-tables.properties")) {
                ALL.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
