package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The API of a request. Numbers and texts hold no character that JSON or STOMP escapes. */
enum BenchApi {
    /** The indexed form of action=sendmessage. */
    FORM {
        @Override
        String render(List<Sms> messages, String reportUrl) {
            StringBuilder form = new StringBuilder("action=sendmessage&username=" + BenchGateway.USER + "&password="
                    + BenchGateway.PASSWORD + "&messagecount=" + messages.size());
            if (!reportUrl.isEmpty()) {
                form.append("&reporturl=").append(encoded(reportUrl));
            }
            for (int i = 0; i < messages.size(); i++) {
                form.append("&recipient").append(i).append('=').append(encoded(messages.get(i).number()));
                form.append("&messagedata").append(i).append('=').append(encoded(messages.get(i).text()));
            }
            return post("", "Content-Type: application/x-www-form-urlencoded", form);
        }
    },

    /** The JSON API, action=sendmsg, with HTTP Basic. */
    SENDMSG {
        @Override
        String render(List<Sms> messages, String reportUrl) {
            byte[] login = (BenchGateway.USER + ":" + BenchGateway.PASSWORD).getBytes(StandardCharsets.US_ASCII);
            String headers = "Content-Type: application/json\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString(login);
            String body = messages.stream()
                    .map(sms -> "{\"to_address\":\"" + sms.number() + "\",\"text\":\"" + sms.text() + "\"}")
                    .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
            return post("?action=sendmsg", headers, body);
        }
    },

    /** A producer on the queue sms.submit, over AMQP: the messages of a transaction, each by itself. */
    SUBMIT {
        @Override
        String render(List<Sms> messages, String reportUrl) {
            return messages.stream().map(BenchApi::json).collect(Collectors.joining());
        }
    },

    /** The same over STOMP: a request is a transaction, and its commit has a receipt. */
    STOMP {
        @Override
        String render(List<Sms> messages, String reportUrl) {
            return "BEGIN\ntransaction:t\n\n\0" + frames("transaction:t", messages)
                    + "COMMIT\ntransaction:t\nreceipt:t\n\n\0";
        }
    },

    /** The same without a transaction: each message has a receipt, and those of a request are under way together. */
    CONFIRMED {
        @Override
        String render(List<Sms> messages, String reportUrl) {
            return frames("receipt:t", messages);
        }
    };

    /** @param reportUrl for callbacks, empty without them; only the form has one */
    abstract String render(List<Sms> messages, String reportUrl);

    private static String post(String query, String headers, CharSequence body) {
        return "POST /api" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String json(Sms sms) {
        return "{\"to\":\"" + sms.number() + "\",\"text\":\"" + sms.text() + "\"}";
    }

    private static String frames(String header, List<Sms> messages) {
        return messages.stream()
                .map(BenchApi::json)
                .map(json -> "SEND\ndestination:sms.submit\n" + header + "\ncontent-length:" + json.length() + "\n\n"
                        + json + "\0")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
