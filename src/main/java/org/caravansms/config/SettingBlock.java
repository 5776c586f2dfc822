package org.caravansms.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a block {@code sms.provider.<name>.*}, each read in its type. A wrong one is an
 * {@link IllegalArgumentException} that names the whole key, the value and the values allowed.
 */
public final class SettingBlock {

    public static final int HIGHEST = Integer.MAX_VALUE - 1;

    private final String provider;
    private final Map<String, String> values;
    private final Set<String> known = new HashSet<>();

    public SettingBlock(String provider, Map<String, String> values) {
        this.provider = provider;
        this.values = values;
    }

    public String name() {
        return provider;
    }

    public String key(String setting) {
        return "sms.provider." + provider + "." + setting;
    }

    /** @return empty when it is not set */
    public String text(String setting) {
        known.add(setting);
        return values.getOrDefault(setting, "");
    }

    public String mandatory(String setting) {
        String text = text(setting);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Setting " + key(setting) + " is missing");
        }
        return text;
    }

    public int number(String setting, int least, int most) {
        String text = mandatory(setting);
        require(SettingFormat.isNumber(text, least, most), setting, "a number from " + least + " to " + most);
        return Integer.parseInt(text);
    }

    public Duration millis(String setting) {
        return Duration.ofMillis(number(setting, 1, HIGHEST));
    }

    public boolean isOn(String setting) {
        require(mandatory(setting).matches("true|false"), setting, "true or false");
        return Boolean.parseBoolean(text(setting));
    }

    /** @return the constant that the value names in lower case */
    public <E extends Enum<E>> E choice(String setting, Class<E> type) {
        List<String> names = names(type);
        return type.getEnumConstants()[names.indexOf(choice(setting, names))];
    }

    /** @return the constants that the value lists in lower case, separated by commas; none where it is empty */
    public <E extends Enum<E>> List<E> choices(String setting, Class<E> type) {
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

    public String choice(String setting, List<String> names) {
        require(names.contains(mandatory(setting)), setting, "one of " + String.join(", ", names));
        return text(setting);
    }

    /** @return the settings of the block that begin so */
    public Set<String> beginningWith(String prefix) {
        Set<String> found = values.keySet().stream()
                .filter(setting -> setting.startsWith(prefix))
                .collect(Collectors.toUnmodifiableSet());
        known.addAll(found);
        return found;
    }

    /** To be called when all settings were read: another one is unknown. */
    public void requireNothingElse() {
        values.keySet().stream().filter(setting -> !known.contains(setting)).forEach(setting -> {
            throw SettingFormat.unknown(key(setting));
        });
    }

    public void require(boolean right, String setting, String form) {
        SettingFormat.require(right, key(setting), text(setting), form);
    }
}
