package org.caravansms.config;

/** Checks a setting's value by the value that ships: a number, true or false, or a text, which may be empty where that is. */
final class SettingFormat {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_PARTS = 255;

    private SettingFormat() {}

    /**
     * @param shipped the value that ships under this key, null when the key is unknown
     * @throws IllegalArgumentException naming the key
     */
    static void check(String key, String value, String shipped) {
        if (shipped == null) {
            throw unknown(key);
        }
        if (shipped.matches("true|false")) {
            require(value.matches("true|false"), key, value, "true or false");
        } else if (shipped.matches("[0-9]+")) {
            checkNumber(key, value, shipped);
        } else {
            require(shipped.isEmpty() || !value.isEmpty(), key, value, "a text");
        }
    }

    private static void checkNumber(String key, String value, String shipped) {
        int least = key.endsWith("-millis") || shipped.equals("0") ? 0 : 1;
        require(isNumber(value, least, most(key)), key, value, "a number from " + least + " to " + most(key));
    }

    private static int most(String key) {
        if (key.endsWith(".max-parts")) {
            return MOST_PARTS;
        }
        return key.endsWith(".port") ? HIGHEST_PORT : Integer.MAX_VALUE - 1;
    }

    static boolean isNumber(String value, int least, int most) {
        return value.matches("[0-9]{1,10}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
    }

    static IllegalArgumentException unknown(String key) {
        return new IllegalArgumentException(
                "Unknown setting " + key + ": config/application.properties of the distribution lists those there are");
    }

    static void require(boolean right, String key, String value, String form) {
        if (!right) {
            throw new IllegalArgumentException("Setting " + key + " is \"" + value + "\", not " + form);
        }
    }
}
