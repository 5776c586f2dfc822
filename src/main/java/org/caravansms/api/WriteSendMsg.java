package org.caravansms.api;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Shapes an answer as the reply of the JSON API. */
public final class WriteSendMsg {

    private static final SendMsgReply.Data NOTHING = new SendMsgReply.Data(0, 0, 0, List.of());

    private final CompleteSendMsg complete = new CompleteSendMsg();

    public SendMsgReply write(@Body Answer answer, @Variable("presentation") Presentation presentation) {
        return answer instanceof Submission submission ? reply(submission, presentation) : reply((Refusal) answer);
    }

    private static SendMsgReply reply(Refusal refusal) {
        return SendMsgReply.of(refusal.fault().name(), refusal.text(), NOTHING);
    }

    private SendMsgReply reply(Submission submission, Presentation presentation) {
        List<Report> reports = submission.reports();
        long accepted = reports.stream().filter(Report::isAccepted).count();
        SendMsgReply.Data data = new SendMsgReply.Data(
                reports.size(),
                accepted,
                reports.size() - accepted,
                new MadeWhenRead<>(presentation.reports(submission), complete::of));
        return accepted > 0
                ? SendMsgReply.of(
                        SendMsgReply.SUCCESS, accepted + " of " + reports.size() + " messages accepted.", data)
                : SendMsgReply.of(reports.get(0).fault().name(), reports.get(0).statusMessage(), data);
    }
}
