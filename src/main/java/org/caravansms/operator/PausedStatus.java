package org.caravansms.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.caravansms.broker.DrainSwitch;

/**
 * Adds to the state of the gateway what an operator has stopped: it is the first answer to "why is nothing sent".
 *
 * @param gateway the state without it
 */
public record PausedStatus(Supplier<Reply> gateway, PausedNames paused, DrainSwitch drain) implements Supplier<Reply> {

    @Override
    public Reply get() {
        Reply status = gateway.get();
        Table names = new Table("name", "since");
        List<String> lines = new ArrayList<>(status.lines());
        paused.all().forEach((name, since) -> {
            names.add(name, since);
            lines.add("paused: " + name + " since " + since + ", bin/caravan resume " + name);
        });
        if (drain.isOn()) {
            lines.add("draining: new messages are refused, bin/caravan resume accepts them again");
        }
        Map<String, ?> before = status.document().isEmpty() ? Map.of("lines", status.lines()) : status.document();
        return new Reply(status.exitCode(), lines, before)
                .with("paused", names.rows())
                .with("draining", drain.isOn());
    }
}
