package org.caravansms;

import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.api.AcceptedMessages;
import org.caravansms.api.AnswerHeaders;
import org.caravansms.api.Answered;
import org.caravansms.api.Authenticate;
import org.caravansms.api.CheckMessage;
import org.caravansms.api.CollectReports;
import org.caravansms.api.GuessFormat;
import org.caravansms.api.JsonForm;
import org.caravansms.api.LimitRate;
import org.caravansms.api.MessageIds;
import org.caravansms.api.ParseRequest;
import org.caravansms.api.ReadAction;
import org.caravansms.api.ReadPage;
import org.caravansms.api.ReadPath;
import org.caravansms.api.ReadPresentation;
import org.caravansms.api.ReadQuestion;
import org.caravansms.api.ReadSendMsg;
import org.caravansms.api.RefuseRequest;
import org.caravansms.api.RejectMessage;
import org.caravansms.api.RequireLogin;
import org.caravansms.api.SplitMessages;
import org.caravansms.api.TellMessages;
import org.caravansms.api.Users;
import org.caravansms.api.WriteHtml;
import org.caravansms.api.WriteJson;
import org.caravansms.api.WriteSendMsg;
import org.caravansms.api.WriteUrlEncoded;
import org.caravansms.api.WriteXml;
import org.caravansms.api.XmlResponse;
import org.caravansms.smsc.CheckSubmittable;

/** The beans that the routes of the HTTP API name, in the order in which a request meets them. */
final class HttpApiBeans {

    private HttpApiBeans() {}

    /** @param providers whether there is an SMSC connection of that name, now */
    static void bindTo(Main main, Settings settings, Supplier<Users> users, Predicate<String> providers) {
        bindRequests(main, settings, users);
        bindMessages(main, settings, providers);
        bindAnswers(main, settings);
    }

    private static void bindRequests(Main main, Settings settings, Supplier<Users> users) {
        ParseRequest parse = new ParseRequest(
                settings.number("sms.http.max-body-bytes"), settings.number("sms.http.max-parameters"));
        Authenticate authenticate = new Authenticate(users, settings.number("sms.http.threads"));
        main.bind("readPage", new ReadPage());
        main.bind("readPath", new ReadPath());
        main.bind("requireLogin", new RequireLogin(parse, authenticate));
        main.bind("parseRequest", parse);
        main.bind("readPresentation", new ReadPresentation(settings.text("sms.http.redirect-hosts")));
        main.bind("authenticate", authenticate);
        main.bind("readAction", new ReadAction());
        main.bind("readQuestion", new ReadQuestion(settings.number("sms.http.max-download")));
        main.bind("readMessageIds", new MessageIds(settings.number("sms.http.max-messages")));
        main.bind("guessFormat", new GuessFormat());
        main.bind("refuseRequest", new RefuseRequest());
    }

    private static void bindMessages(Main main, Settings settings, Predicate<String> providers) {
        int maxMessages = settings.number("sms.http.max-messages");
        main.bind("splitMessages", new SplitMessages(maxMessages));
        main.bind("readSendMsg", new ReadSendMsg(maxMessages));
        main.bind("checkMessage", checkMessage(settings, providers));
        main.bind("rejectMessage", new RejectMessage());
        main.bind("collectReports", new CollectReports());
        main.bind("limitRate", new LimitRate());
        main.bind("acceptedMessages", new AcceptedMessages());
    }

    private static CheckMessage checkMessage(Settings settings, Predicate<String> providers) {
        return new CheckMessage(
                settings.text("sms.api.default-originator"),
                new CheckSubmittable(settings.number("sms.api.max-parts")),
                providers,
                Clock.systemUTC());
    }

    private static void bindAnswers(Main main, Settings settings) {
        main.bind("tellMessages", new TellMessages());
        main.bind("answered", new Answered());
        main.bind("answerHeaders", new AnswerHeaders(settings.isOn("sms.http.http-status")));
        main.bind("writeXml", new WriteXml());
        main.bind("xmlForm", XmlResponse.FORM);
        main.bind("writeHtml", new WriteHtml());
        main.bind("writeUrlEncoded", new WriteUrlEncoded());
        main.bind("writeJson", new WriteJson());
        main.bind("writeSendMsg", new WriteSendMsg());
        main.bind("jsonForm", JsonForm.mapper());
    }
}
