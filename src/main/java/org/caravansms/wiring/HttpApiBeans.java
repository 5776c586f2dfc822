package org.caravansms.wiring;

import static org.caravansms.wiring.BoundMethod.check;
import static org.caravansms.wiring.BoundMethod.step;
import static org.caravansms.wiring.BoundMethod.value;
import static org.caravansms.wiring.BoundMethod.when;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.ApiJson;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.CheckMessage;
import org.caravansms.api.CollectReports;
import org.caravansms.api.GuessFormat;
import org.caravansms.api.ParseRequest;
import org.caravansms.api.Presentation;
import org.caravansms.api.RawRequest;
import org.caravansms.api.ReadAction;
import org.caravansms.api.ReadMessageIds;
import org.caravansms.api.ReadPath;
import org.caravansms.api.ReadPresentation;
import org.caravansms.api.ReadSend;
import org.caravansms.api.ReadSendMsg;
import org.caravansms.api.ReadStoreQuery;
import org.caravansms.api.RefuseRequest;
import org.caravansms.api.SendReport;
import org.caravansms.api.SplitMessages;
import org.caravansms.api.Submission;
import org.caravansms.api.SubmitReports;
import org.caravansms.api.User;
import org.caravansms.api.answer.AnswerHeaders;
import org.caravansms.api.answer.AnswerMessages;
import org.caravansms.api.answer.WriteHtml;
import org.caravansms.api.answer.WriteJson;
import org.caravansms.api.answer.WriteSendMsg;
import org.caravansms.api.answer.WriteUrlEncoded;
import org.caravansms.api.answer.WriteXml;
import org.caravansms.api.answer.XmlResponse;
import org.caravansms.api.http.AnswerDelivery;
import org.caravansms.api.http.ReadPage;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.LimitRate;
import org.caravansms.api.login.RequireLogin;
import org.caravansms.api.login.Users;
import org.caravansms.config.GatewaySettings.ApiSettings;
import org.caravansms.config.GatewaySettings.SendSettings;
import org.caravansms.config.HttpSettings;
import org.caravansms.message.Fault;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.SplitMessage;

/** The beans that the routes of the HTTP API name, in the order in which a request meets them. */
final class HttpApiBeans {

    private HttpApiBeans() {}

    /**
     * @param providers whether there is an SMSC connection of that name, now
     * @param routing applies the routing rules to a message
     * @param refused counts what is refused
     */
    static void bindTo(
            Main main,
            HttpSettings http,
            ApiSettings api,
            SendSettings send,
            Supplier<Users> users,
            Authenticate authenticate,
            Predicate<String> providers,
            UnaryOperator<SmsMessage> routing,
            Consumer<Fault> refused) {
        bindRequests(main, http, authenticate, refused);
        bindMessages(main, http.maxMessages());
        main.bind("checkMessage", checkMessage(api, providers, routing));
        main.bind(
                "readSend", new ReadSend(http.maxMessages(), name -> users.get().find(name), send.user(), refused));
        main.bind("sendReport", new SendReport());
        main.bind("submitReports", new SubmitReports(refused));
        bindAnswers(main, http);
    }

    private static void bindRequests(Main main, HttpSettings http, Authenticate authenticate, Consumer<Fault> refused) {
        ParseRequest parse = new ParseRequest(http.maxBodyBytes(), http.maxParameters());
        ReadPage page = new ReadPage();
        main.bind("readPage", page);
        main.bind("readPage.isPage", when(RawRequest.class, page::isPage));
        ReadPath path = new ReadPath();
        main.bind("readPath.isHeadOfApi", when(RawRequest.class, path::isHeadOfApi));
        main.bind("readPath.isApi", when(RawRequest.class, path::isApi));
        RequireLogin login = new RequireLogin(parse, authenticate);
        main.bind("requireLogin.ofLarge", check(RawRequest.class, login::ofLarge));
        main.bind("parseRequest.parse", step(RawRequest.class, parse::parse));
        ReadPresentation presentation = new ReadPresentation(http.redirectHosts());
        main.bind("readPresentation.format", value(ApiRequest.class, presentation::format));
        main.bind("readPresentation.read", value(ApiRequest.class, presentation::read));
        main.bind("authenticate.user", value(ApiRequest.class, authenticate::user));
        ReadAction action = new ReadAction();
        main.bind("readAction", action);
        main.bind("readAction.isSendMessage", when(ApiRequest.class, action::isSendMessage));
        main.bind("readAction.isExplain", value(ApiRequest.class, action::isExplain));
        main.bind("readAction.isSendMsg", when(ApiRequest.class, action::isSendMsg));
        main.bind("readAction.isQuery", when(ApiRequest.class, action::isQuery));
        main.bind("readStoreQuery", new ReadStoreQuery(http.maxDownload()));
        main.bind("readMessageIds", new ReadMessageIds(http.maxMessages()));
        main.bind("guessFormat", new GuessFormat());
        RefuseRequest refuse = new RefuseRequest(refused);
        main.bind("refuseRequest", refuse);
        main.bind("refuseRequest.orReports", step(Submission.class, refuse::orReports));
    }

    private static void bindMessages(Main main, int maxMessages) {
        main.bind("splitMessages.split", step(ApiRequest.class, new SplitMessages(maxMessages)::split));
        main.bind("readSendMsg", new ReadSendMsg(maxMessages));
        main.bind("collectReports", new CollectReports());
        LimitRate limit = new LimitRate();
        main.bind("limitRate", limit);
        main.bind("limitRate.take", value(Submission.class, "user", User.class, limit::take));
    }

    private static CheckMessage checkMessage(
            ApiSettings api, Predicate<String> providers, UnaryOperator<SmsMessage> routing) {
        return new CheckMessage(
                api.defaultOriginator(),
                SplitMessage.standard(api.maxParts())::segments,
                providers,
                routing,
                Clock.systemUTC());
    }

    private static void bindAnswers(Main main, HttpSettings http) {
        main.bind("answerMessages", new AnswerMessages());
        main.bind("answerDelivery", new AnswerDelivery());
        AnswerHeaders headers = new AnswerHeaders(http.httpStatus());
        main.bind("answerHeaders.set", (Processor) headers::set);
        main.bind("writeXml.write", step(ApiAnswer.class, "presentation", Presentation.class, new WriteXml()::write));
        main.bind("xmlFormat", XmlResponse.FORM);
        main.bind("writeHtml", new WriteHtml());
        main.bind("writeUrlEncoded", new WriteUrlEncoded());
        main.bind("writeJson", new WriteJson());
        main.bind("writeSendMsg", new WriteSendMsg());
        main.bind("apiJson", ApiJson.mapper());
    }
}
