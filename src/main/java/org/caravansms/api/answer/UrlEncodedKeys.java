package org.caravansms.api.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The keys of a URL-encoded answer, written as they come; what there can be several of is counted from 0. */
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
        with("messageid", message.messageid())
                .with("originator", message.originator())
                .with("recipient", message.recipient())
                .with("folder", message.folder())
                .with("senttime", message.senttime())
                .with("receivedtime", message.receivedtime())
                .with("creationtime", message.creationtime())
                .with("callbackid", message.callbackid())
                .with("state", Integer.toString(message.state()))
                .each("operatornames.operatorname", message.operatornames())
                .each("routes.route", message.routes())
                .fields(message.optionalfields())
                .with("messagetype", message.messagetype())
                .with("messagedata", message.messagedata());
    }

    void messages(List<DownloadedMessage> messages) {
        int i = 0;
        for (DownloadedMessage message : messages) {
            message("message" + i++ + ".", message);
        }
    }

    private void message(String prefix, DownloadedMessage message) {
        with(prefix + "messageid", message.messageid())
                .with(prefix + "originator", message.originator())
                .with(prefix + "recipient", message.recipient())
                .with(prefix + "messagetype", message.messagetype())
                .with(prefix + "messagedata", message.messagedata())
                .with(prefix + "senttime", message.senttime())
                .with(prefix + "receivedtime", message.receivedtime());
        message.eachPort((name, port) -> with(prefix + name, port));
    }

    private UrlEncodedKeys each(String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            with(key + i, values.get(i));
        }
        return this;
    }

    private UrlEncodedKeys fields(List<OptionalField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String prefix = "optionalfields.optionalfield" + i + ".";
            with(prefix + "name", fields.get(i).name())
                    .with(prefix + "value", fields.get(i).value());
        }
        return this;
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
