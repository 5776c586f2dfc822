package org.caravansms.api.answer;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.Explained;
import org.caravansms.api.Presentation;
import org.caravansms.api.Refusal;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.message.Folder;

/** Shapes an answer as the reply of the JSON API. */
public final class WriteSendMsg {

    private static final SendMsgReply.Data NOTHING = new SendMsgReply.Data(0, 0, 0, List.of());

    private final CompleteSendMsg complete = new CompleteSendMsg();

    /**
     * @param format the action, which decides the shape of a refusal too
     * @param folder the folder that was asked for, or null before it is known
     */
    public SendMsgReply write(
            @Body ApiAnswer answer,
            @Variable("format") String format,
            @Variable("presentation") Presentation presentation,
            @Variable("folder") Folder folder) {
        if (answer instanceof Submission submission) {
            return reply(submission, presentation);
        } else if (answer instanceof Explained explained) {
            return reply(explained);
        } else if (answer instanceof SendMsgReply.Contents contents) {
            return reply(contents);
        }
        return answer instanceof SendMsgReply.Settled settled
                ? reply(settled)
                : refusal((Refusal) answer, format, folder == null ? Folder.INBOX : folder);
    }

    private static SendMsgReply refusal(Refusal refusal, String format, Folder folder) {
        Object nothing =
                switch (format) {
                    case "receivemsg" -> new SendMsgReply.Contents(folder.toString(), "0", List.of());
                    case "deletemsg", "markmsg" -> new SendMsgReply.Settled(folder.toString(), List.of());
                    default -> NOTHING;
                };
        return SendMsgReply.of(refusal.fault().name(), refusal.text(), nothing);
    }

    private static SendMsgReply reply(SendMsgReply.Contents contents) {
        return SendMsgReply.of(
                SendMsgReply.SUCCESS,
                contents.data().size() + " messages of the folder " + contents.folder() + ".",
                contents);
    }

    private static SendMsgReply reply(SendMsgReply.Settled settled) {
        return SendMsgReply.of(
                SendMsgReply.SUCCESS,
                "Done with " + settled.messageIds().size() + " messages of the folder " + settled.folder() + ".",
                settled);
    }

    private static SendMsgReply reply(Explained explained) {
        return SendMsgReply.of(
                SendMsgReply.SUCCESS,
                explained.accepted() + " of " + explained.messages().size()
                        + " messages would be accepted; nothing was sent.",
                explained);
    }

    private SendMsgReply reply(Submission submission, Presentation presentation) {
        List<Report> reports = submission.reports();
        List<Report> shown = presentation.reports(submission);
        long accepted = reports.stream().filter(Report::isAccepted).count();
        SendMsgReply.Data data = new SendMsgReply.Data(
                reports.size(),
                accepted,
                reports.size() - accepted,
                new LazyList<>(shown.size(), i -> complete.of(shown.get(i))));
        return accepted > 0
                ? SendMsgReply.of(
                        SendMsgReply.SUCCESS, accepted + " of " + reports.size() + " messages accepted.", data)
                : SendMsgReply.of(reports.get(0).fault().name(), reports.get(0).statusMessage(), data);
    }
}
