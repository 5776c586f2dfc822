package org.caravansms.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces the keywords of a client's URL, such as {@code $messageid}, by their form-urlencoded values. Where one
 * keyword begins another, the longer one counts.
 */
public final class UrlKeywords {

    private final Pattern keyword;

    /**
     * @param names letters, in lower case
     * @param flags {@link Pattern#CASE_INSENSITIVE} where the URL may have them in any case
     */
    public UrlKeywords(Collection<String> names, int flags) {
        this.keyword = Pattern.compile(
                names.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .collect(Collectors.joining("|", "\\$(", ")")),
                flags);
    }

    /**
     * @param values by the keyword's name
     * @return the URL with each keyword replaced; keywords inside of a value stay
     */
    public String replace(String url, UnaryOperator<String> values) {
        return keyword.matcher(url)
                .replaceAll(found -> Matcher.quoteReplacement(URLEncoder.encode(
                        values.apply(found.group(1).toLowerCase(Locale.ROOT)), StandardCharsets.UTF_8)));
    }
}
