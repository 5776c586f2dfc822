package org.caravansms.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that have a new name, and until which version the old one works: {@code renamed.properties}. A star stands
 * for the name of a block, and is in both names or in none.
 */
final class RenamedSettings {

    private static final String STAR = "*";

    private final Map<String, NewName> names = new TreeMap<>();

    private record NewName(String key, String version) {

        NewName of(String block) {
            return new NewName(key.replace(STAR, block), version);
        }
    }

    /** @param table {@code old=new version} */
    RenamedSettings(Properties table) {
        table.stringPropertyNames().forEach(old -> {
            String[] now = table.getProperty(old).strip().split("\\s+");
            names.put(old, new NewName(now[0], now[1]));
        });
    }

    static RenamedSettings shipped() {
        return new RenamedSettings(SettingSources.resource("renamed.properties"));
    }

    /**
     * @param given the settings of one source; where it has the old name and the new one, the new one counts
     * @param warnings gets a line for each old name
     * @return the same under their new names
     */
    Map<String, String> rename(Map<String, String> given, List<String> warnings) {
        Map<String, String> renamed = new TreeMap<>(given);
        given.keySet().forEach(key -> now(key).ifPresent(now -> {
            renamed.putIfAbsent(now.key(), renamed.remove(key));
            warnings.add(
                    "Setting " + key + " is now " + now.key() + "; the old name works until version " + now.version());
        }));
        return renamed;
    }

    private Optional<NewName> now(String key) {
        return names.entrySet().stream()
                .flatMap(name -> block(name.getKey(), key).stream().map(name.getValue()::of))
                .findFirst();
    }

    /** @return the names that a setting had before */
    List<String> oldNames(String key) {
        return names.entrySet().stream()
                .flatMap(name -> block(name.getValue().key(), key).stream()
                        .map(block -> name.getKey().replace(STAR, block)))
                .toList();
    }

    /** @return what the star stands for, an empty text where there is none; empty where the key has another name */
    private static Optional<String> block(String name, String key) {
        Matcher form = Pattern.compile(Pattern.quote(name).replace(STAR, "\\E([A-Za-z0-9_]+)\\Q"))
                .matcher(key);
        return form.matches() ? Optional.of(form.groupCount() == 0 ? "" : form.group(1)) : Optional.empty();
    }
}
