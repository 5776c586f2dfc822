package org.caravansms.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravansms.smpp.TonNpi;

/**
 * The values of the block {@code sms.provider.<name>.*}, each read in the form that it must have. Whatever is wrong is an
 * {@link IllegalArgumentException} that names the whole key, what it is and what it may be.
 */
final class BlockValues {

    static final int HIGHEST = Integer.MAX_VALUE - 1;
    private static final int HIGHEST_OCTET = 255;
    private static final Pattern TON_NPI = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    private final String provider;
    private final Map<String, String> values;
    private final Set<String> known = new HashSet<>();

    BlockValues(String provider, Map<String, String> values) {
        this.provider = provider;
        this.values = values;
    }

    String key(String setting) {
        return "sms.provider." + provider + "." + setting;
    }

    /** @return empty when it is not set */
    String text(String setting) {
        known.add(setting);
        return values.getOrDefault(setting, "");
    }

    String mandatory(String setting) {
        String text = text(setting);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Setting " + key(setting) + " is missing");
        }
        return text;
    }

    int number(String setting, int least, int most) {
        String text = mandatory(setting);
        boolean right = text.matches("[0-9]{1,10}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
        require(right, setting, "a number from " + least + " to " + most);
        return Integer.parseInt(text);
    }

    Duration millis(String setting) {
        return Duration.ofMillis(number(setting, 1, HIGHEST));
    }

    boolean isOn(String setting) {
        require(mandatory(setting).matches("true|false"), setting, "true or false");
        return Boolean.parseBoolean(text(setting));
    }

    /** @return the constant that the value names in lower case */
    <E extends Enum<E>> E choice(String setting, Class<E> type) {
        List<String> names = names(type);
        return type.getEnumConstants()[names.indexOf(choice(setting, names))];
    }

    /** @return the constants that the value lists in lower case, separated by commas; none where it is empty */
    <E extends Enum<E>> List<E> choices(String setting, Class<E> type) {
        List<String> names = names(type);
        List<String> listed = Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        require(names.containsAll(listed), setting, "some of " + String.join(", ", names));
        return listed.stream()
                .map(name -> type.getEnumConstants()[names.indexOf(name)])
                .toList();
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    String choice(String setting, List<String> names) {
        require(names.contains(mandatory(setting)), setting, "one of " + String.join(", ", names));
        return text(setting);
    }

    TonNpi tonNpi(String setting) {
        Matcher form = TON_NPI.matcher(mandatory(setting));
        boolean right = form.matches() && isOctet(form.group(1)) && isOctet(form.group(2));
        require(right, setting, "a TON and an NPI from 0 to " + HIGHEST_OCTET + ", such as 1/1");
        TonNpi kind = new TonNpi(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        require(kind.isStandard(), setting, "of SMPP 3.4: TON 0 to 6; NPI 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18");
        return kind;
    }

    /** @return the settings of the block that begin so */
    Set<String> beginningWith(String prefix) {
        Set<String> found = values.keySet().stream()
                .filter(setting -> setting.startsWith(prefix))
                .collect(Collectors.toUnmodifiableSet());
        known.addAll(found);
        return found;
    }

    /** Asked once everything that there is was read. */
    void requireNothingElse() {
        values.keySet().stream().filter(setting -> !known.contains(setting)).forEach(setting -> {
            throw new IllegalArgumentException("Unknown setting " + key(setting)
                    + ": config/application.properties of the distribution lists those there are");
        });
    }

    void require(boolean right, String setting, String form) {
        if (!right) {
            throw new IllegalArgumentException(
                    "Setting " + key(setting) + " is \"" + text(setting) + "\", not " + form);
        }
    }

    private static boolean isOctet(String digits) {
        return Integer.parseInt(digits) <= HIGHEST_OCTET;
    }
}
