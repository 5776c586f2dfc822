package org.caravansms.smsc;

import java.util.concurrent.CompletionStage;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.ResponseTimeoutException;

/** The response timer ran out, SMPP 3.4 section 7.2. The answer may still come. */
final class LateAnswerException extends ResponseTimeoutException {

    private static final long serialVersionUID = 1;

    private final transient CompletionStage<Command> answer;

    /** @param answer completes with the answer when it comes; exceptionally when the session ends before */
    LateAnswerException(String message, CompletionStage<Command> answer) {
        super(message);
        this.answer = answer;
    }

    CompletionStage<Command> answer() {
        return answer;
    }
}
