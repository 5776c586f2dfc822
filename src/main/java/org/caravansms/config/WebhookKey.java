package org.caravansms.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a setting in a webhook's block, {@code sms.webhook.<name>.<setting>}.
 *
 * @param webhook the block's name: letters, digits and underscores
 * @param setting {@code url}, {@code events} or {@code secret}
 */
record WebhookKey(String webhook, String setting) {

    private static final Pattern FORM = Pattern.compile("sms\\.webhook\\.([A-Za-z0-9_]+)\\.(.+)");
    private static final Set<String> SETTINGS = Set.of("url", "events", "secret");

    /** @return empty where the key is that of another setting, or of none */
    static Optional<WebhookKey> of(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches() && SETTINGS.contains(form.group(2))
                ? Optional.of(new WebhookKey(form.group(1), form.group(2)))
                : Optional.empty();
    }
}
