package org.caravansms.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Posts messages as one request and says what the answer, or its absence, means for each of them. */
final class SendMessages {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final boolean named;
    private final String more;

    SendMessages(int port) {
        this(port, false);
    }

    private SendMessages(int port, boolean named) {
        this(URI.create("http://127.0.0.1:" + port + "/api"), named, "");
    }

    private SendMessages(URI api, boolean named, String more) {
        this.api = api;
        this.named = named;
        this.more = more;
    }

    /** @param url the {@code reporturl} of each message, in the form of URLs */
    SendMessages reportingTo(String url) {
        return new SendMessages(api, named, "&reporturl=" + url);
    }

    /** Gives messages their number as {@code messageid}, all but its last digit: ten recipients share one. */
    static SendMessages naming(int port) {
        return new SendMessages(port, true);
    }

    /** A connection that is refused has carried nothing: only then the same messages may be posted again. */
    List<SentMessage> post(List<SentMessage> messages) throws ConnectException, InterruptedException {
        try {
            return answered(messages, send(form(messages)));
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            return messages;
        }
    }

    boolean isAnswered() {
        try {
            return !send("action=nothing").isEmpty();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String send(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private String form(List<SentMessage> messages) {
        StringBuilder form = new StringBuilder("action=sendmessage&username=admin&password=abc123&messagecount=")
                .append(messages.size())
                .append(more);
        for (int i = 0; i < messages.size(); i++) {
            form.append("&recipient")
                    .append(i)
                    .append('=')
                    .append(encoded(messages.get(i).recipient()));
            form.append("&messagedata")
                    .append(i)
                    .append('=')
                    .append(encoded(messages.get(i).text()));
            if (named) {
                form.append("&messageid")
                        .append(i)
                        .append('=')
                        .append(shared(messages.get(i).number()));
            }
        }
        return form.toString();
    }

    private static String shared(String number) {
        return number.substring(0, number.length() - 1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<SentMessage> answered(List<SentMessage> messages, String answer) {
        if (!answer.stripTrailing().endsWith("</response>")) {
            return messages;
        }
        return IntStream.range(0, messages.size())
                .mapToObj(i -> answered(messages.get(i), i, answer))
                .toList();
    }

    /** No report in a whole answer, as in the error envelope, is a promise too: the message was not taken. */
    private static SentMessage answered(SentMessage message, int i, String answer) {
        boolean accepted = answer.contains("<statuscode" + i + ">0</statuscode" + i + ">");
        return accepted ? message.accepted(id(i, answer)) : message.rejected();
    }

    private static String id(int i, String answer) {
        Matcher id = Pattern.compile("<messageid" + i + ">([^<]+)<").matcher(answer);
        return id.find() ? id.group(1) : "";
    }
}
