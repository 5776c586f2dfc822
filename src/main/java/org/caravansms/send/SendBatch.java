package org.caravansms.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends some messages, and again what the gateway refuses for the moment only: each has an id, so that it is sent once.
 *
 * @param size the most messages of a request; it falls to what the limit of the user allows
 */
record SendBatch(GatewayApi api, AtomicInteger size) {

    /** How often something else than a rate limit is tried again, a second apart. */
    private static final int MOST_TRIES = 60;

    private static final int MOST_FAILURES = 10;

    /**
     * @return an answer for each
     * @throws IOException when the gateway does not answer for ten tries
     * @throws GatewayRefusal when it goes on refusing
     */
    List<SmsAnswer> send(List<OutgoingSms> messages) throws IOException, InterruptedException {
        List<SmsAnswer> answers = new ArrayList<>();
        int from = 0;
        while (from < messages.size()) {
            int to = Math.min(messages.size(), from + size.get());
            answers.addAll(sendOrWait(messages.subList(from, to)));
            from = answers.size();
        }
        return answers;
    }

    /** @return fewer answers when the request has to be smaller */
    private List<SmsAnswer> sendOrWait(List<OutgoingSms> messages) throws IOException, InterruptedException {
        int refusals = 0;
        int failures = 0;
        while (true) {
            try {
                List<SmsAnswer> answers = api.send(messages);
                if (++refusals >= MOST_TRIES
                        || answers.stream().noneMatch(answer -> GatewayRefusal.isTemporary(answer.code()))) {
                    return answers;
                }
            } catch (GatewayRefusal refusal) {
                if (refusal.isOfRate() && messages.size() > 1) {
                    size.updateAndGet(now -> Math.min(now, messages.size() / 2));
                    return List.of();
                }
                if (!refusal.isTemporary() || !refusal.isOfRate() && ++refusals >= MOST_TRIES) {
                    throw refusal;
                }
            } catch (IOException e) {
                if (++failures >= MOST_FAILURES) {
                    throw e;
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
