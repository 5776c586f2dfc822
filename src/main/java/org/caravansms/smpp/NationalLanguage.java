package org.caravansms.smpp;

import java.util.Locale;

/**
 * The languages that have tables of their own, in the order of their identifiers, 3GPP TS 23.038 section 6.2.1.2.4. The
 * tables are those of annex A.
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

    /** The table in place of the default alphabet, null when it has none. */
    final SeptetTable locking = table("locking");

    /** The table in place of the extension table. */
    final SeptetTable single = table("single");

    /** @return the language of an identifier, null when there is none */
    static NationalLanguage of(int identifier) {
        return identifier < 1 || identifier > values().length ? null : values()[identifier - 1];
    }

    /** @return its identifier in a user data header, 1 to 13 */
    byte identifier() {
        return (byte) (ordinal() + 1);
    }

    private SeptetTable table(String kind) {
        return SeptetTable.named(name().toLowerCase(Locale.ROOT) + "." + kind);
    }
}
