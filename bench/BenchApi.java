package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The API of a request: how it writes one, and the text that its answer has once for each accepted message. */
enum BenchApi {
    /** The indexed form of action=sendmessage. The text names neither element nor index: it fits both reports. */
    FORM("", ">0</statuscode"),
    /** The same form, with an answer in JSON. */
    JSON("&responseformat=json", "\"statuscode\":0"),
    /** The JSON API, action=sendmsg. Numbers and texts hold no character that JSON escapes. */
    SENDMSG("", "\"status\":\"SUCCESS\"") {
        @Override
        String head(int octets) {
            byte[] login = (BenchGateway.USER + ":" + BenchGateway.PASSWORD).getBytes(StandardCharsets.US_ASCII);
            return "POST /api?action=sendmsg HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString(login) + "\r\n" + host(octets);
        }

        @Override
        String begin(int messages) {
            return "{\"messages\":[";
        }

        @Override
        String message(int index, String id, Sms sms) {
            String named = id.isEmpty() ? "" : "\"message_id\":\"" + id + "\",";
            return (index == 0 ? "" : ",") + "{" + named + "\"to_address\":\"" + sms.number() + "\",\"text\":\""
                    + sms.text() + "\"}";
        }

        @Override
        String end() {
            return "]}";
        }
    },
    /** Not over HTTP: programs that are bound to the SMPP server; so many messages are a window. */
    SMPP("", ""),
    /** Not over HTTP: producers put each message on the queue sms.submit, over AMQP. */
    SUBMIT("", "") {
        @Override
        String message(int index, String id, Sms sms) {
            return json(id, sms);
        }
    },
    /** The same over STOMP: a request is a transaction, and its commit has a receipt. */
    STOMP("", "") {
        @Override
        String head(int octets) {
            return "BEGIN\ntransaction:t\n\n\0";
        }

        @Override
        String begin(int messages) {
            return "";
        }

        @Override
        String message(int index, String id, Sms sms) {
            return frame("transaction:t", json(id, sms));
        }

        @Override
        String end() {
            return "COMMIT\ntransaction:t\nreceipt:t\n\n\0";
        }
    },
    /** The same without a transaction: each message has a receipt, and those of a request are under way together. */
    CONFIRMED("", "") {
        @Override
        String head(int octets) {
            return "";
        }

        @Override
        String begin(int messages) {
            return "";
        }

        @Override
        String message(int index, String id, Sms sms) {
            return frame("receipt:t", json(id, sms));
        }
    };

    private final String further;
    private final String accepted;

    /** @param further parameters of the whole form */
    BenchApi(String further, String accepted) {
        this.further = further;
        this.accepted = accepted;
    }

    static BenchApi named(String name) {
        for (BenchApi api : values()) {
            if (api.toString().equals(name)) {
                return api;
            }
        }
        throw new IllegalArgumentException(
                "--api is form, sendmsg, json, submit, stomp, confirmed or smpp, not " + name);
    }

    /** An echoed text cannot hold it: there its quotes or brackets are escaped. */
    byte[] accepted() {
        return accepted.getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands before the body: of HTTP the request line and the headers. */
    String head(int octets) {
        return "POST /api HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" + host(octets);
    }

    private static String host(int octets) {
        return "Host: 127.0.0.1\r\nContent-Length: " + octets + "\r\n\r\n";
    }

    boolean isQueue() {
        return this == SUBMIT || this == STOMP || this == CONFIRMED;
    }

    private static String json(String id, Sms sms) {
        String named = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
        return "{" + named + "\"to\":\"" + sms.number() + "\",\"text\":\"" + sms.text() + "\"}";
    }

    private static String frame(String header, String body) {
        return "SEND\ndestination:sms.submit\n" + header + "\ncontent-length:" + body.length() + "\n\n" + body + "\0";
    }

    String begin(int messages) {
        return "action=sendmessage&username=" + BenchGateway.USER + "&password=" + BenchGateway.PASSWORD
                + further + BenchReceiver.parameter() + "&messagecount=" + messages;
    }

    /** The message at the index; an empty id is left out. */
    String message(int index, String id, Sms sms) {
        String named = id.isEmpty() ? "" : "&messageid" + index + "=" + id;
        return named + "&recipient" + index + "=" + encoded(sms.number()) + "&messagedata" + index + "="
                + encoded(sms.text());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String end() {
        return "";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
