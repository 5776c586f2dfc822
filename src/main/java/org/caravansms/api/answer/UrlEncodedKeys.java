package org.caravansms.api.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The keys of a URL-encoded answer, written one by one; the elements of a list are counted from 0. */
final class UrlEncodedKeys {

    private final Writer to;

    UrlEncodedKeys(Writer to) {
        this.to = to;
    }

    UrlEncodedKeys action(String action) {
        return write("action", action);
    }

    UrlEncodedKeys with(String key, String value) {
        return write("&" + key, value);
    }

    void details(MessageDetails message) {
        fields("", StoredFields.of(message));
    }

    void messages(List<DownloadedMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            fields("message" + i + ".", StoredFields.of(messages.get(i)));
        }
    }

    private void fields(String prefix, Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            if (value instanceof List<?> all) {
                each(prefix + name + "." + StoredFields.singular(name.toString()), all);
            } else {
                with(prefix + name, value.toString());
            }
        });
    }

    private void each(String key, List<?> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Map<?, ?> fields) {
                fields(key + i + ".", fields);
            } else {
                with(key + i, all.get(i).toString());
            }
        }
    }

    private UrlEncodedKeys write(String key, String value) {
        try {
            to.append(key).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
