package org.caravansms.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Takes copies of accepted messages off their queue once they are kept under the names that their clients gave them. */
public final class StoreIdempotencyKeys {

    private final MessageJson form;
    private final Consumer<Map<String, String>> keep;

    /** @param keep puts the JSON forms on disk by {@link org.caravansms.message.SmsMessage#clientKey()} */
    public StoreIdempotencyKeys(MessageJson form, Consumer<Map<String, String>> keep) {
        this.form = form;
        this.keep = keep;
    }

    /** One that cannot be read goes to the dead letters of its queue. */
    public void keep(@Body List<Exchange> batch) {
        Map<String, String> messages = new HashMap<>();
        for (Exchange copy : batch) {
            String json = copy.getMessage().getBody(String.class);
            try {
                messages.putIfAbsent(form.read(json).clientKey(), json);
            } catch (UnreadableMessageException e) {
                copy.setException(e);
            }
        }
        keep.accept(messages);
    }
}
