package org.caravansms.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What would become of the messages of a file: the gateway explains each, and sends none. */
public final class DryRun {

    private static final int MESSAGES = 100;
    private static final int MOST_REFUSALS = 100;

    private final GatewayApi api;
    private final Map<String, Long> encodings = new TreeMap<>();
    private final Map<String, Long> queues = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final List<Map<String, Object>> refusals = new ArrayList<>();
    private List<OutgoingSms> next = new ArrayList<>();
    private long accepted;
    private long refused;
    private long parts;

    public DryRun(GatewayApi api) {
        this.api = api;
    }

    /** @throws IOException when the gateway does not answer */
    public void check(CsvFile file) throws IOException, InterruptedException {
        try {
            file.each(this::take);
            explain();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(OutgoingSms message) {
        next.add(message);
        if (next.size() == MESSAGES) {
            explain();
        }
    }

    private void explain() {
        try {
            List<OutgoingSms> right =
                    next.stream().filter(message -> message.fault() == null).toList();
            Iterator<JsonNode> explained = api.explain(right).iterator();
            for (OutgoingSms message : next) {
                if (message.fault() == null) {
                    count(message, explained.next());
                } else {
                    refuse(message, SmsAnswer.INVALID_REQUEST, message.fault());
                }
            }
            next = new ArrayList<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("It was interrupted"));
        }
    }

    private void count(OutgoingSms message, JsonNode explained) {
        if (!explained.path("accepted").asBoolean()) {
            refuse(
                    message,
                    explained.path("code").asInt(),
                    explained.path("text").asText());
            return;
        }
        accepted++;
        parts += Math.max(1, explained.path("parts").size());
        encodings.merge(explained.path("encoding").asText(), 1L, Long::sum);
        queues.merge(explained.path("queue").asText(), 1L, Long::sum);
        rules.merge(explained.path("rule").asText("none"), 1L, Long::sum);
    }

    private void refuse(OutgoingSms message, int code, String text) {
        refused++;
        if (refusals.size() < MOST_REFUSALS) {
            Map<String, Object> refusal = new LinkedHashMap<>();
            refusal.put("line", message.line());
            refusal.put("code", code);
            refusal.put("text", text);
            refusals.add(refusal);
        }
    }

    public long refused() {
        return refused;
    }

    /** @return the first hundred refused lines, each with {@code line}, {@code code} and {@code text} */
    public List<Map<String, Object>> refusals() {
        return refusals;
    }

    /** @return the counts by name */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("lines", accepted + refused);
        counts.put("accepted", accepted);
        counts.put("refused", refused);
        counts.put("parts", parts);
        counts.put("encodings", encodings);
        counts.put("rules", rules);
        counts.put("queues", queues);
        return counts;
    }
}
