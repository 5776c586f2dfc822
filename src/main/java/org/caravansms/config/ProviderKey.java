package org.caravansms.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a setting in a provider's block, {@code sms.provider.<name>.<setting>}.
 *
 * @param provider the block's name: letters, digits and underscores
 * @param setting the key within the block
 */
public record ProviderKey(String provider, String setting) {

    /** The block that ships: the settings that there are, and their defaults. */
    public static final String SAMPLE = "sandbox";

    private static final Pattern FORM = Pattern.compile("sms\\.provider\\.([A-Za-z0-9_]+)\\.(.+)");

    /** @return empty where the key is that of another setting */
    static Optional<ProviderKey> of(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches() ? Optional.of(new ProviderKey(form.group(1), form.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "sms.provider." + provider + "." + setting;
    }
}
