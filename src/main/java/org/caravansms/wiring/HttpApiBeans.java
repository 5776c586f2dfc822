package org.caravansms.wiring;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.api.ApiJson;
import org.caravansms.api.CheckMessage;
import org.caravansms.api.CollectReports;
import org.caravansms.api.GuessFormat;
import org.caravansms.api.ParseRequest;
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
import org.caravansms.api.SubmitReports;
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
        main.bind("readPage", new ReadPage());
        main.bind("readPath", new ReadPath());
        main.bind("requireLogin", new RequireLogin(parse, authenticate));
        main.bind("parseRequest", parse);
        main.bind("readPresentation", new ReadPresentation(http.redirectHosts()));
        main.bind("authenticate", authenticate);
        main.bind("readAction", new ReadAction());
        main.bind("readStoreQuery", new ReadStoreQuery(http.maxDownload()));
        main.bind("readMessageIds", new ReadMessageIds(http.maxMessages()));
        main.bind("guessFormat", new GuessFormat());
        main.bind("refuseRequest", new RefuseRequest(refused));
    }

    private static void bindMessages(Main main, int maxMessages) {
        main.bind("splitMessages", new SplitMessages(maxMessages));
        main.bind("readSendMsg", new ReadSendMsg(maxMessages));
        main.bind("collectReports", new CollectReports());
        main.bind("limitRate", new LimitRate());
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
        main.bind("answerHeaders", new AnswerHeaders(http.httpStatus()));
        main.bind("writeXml", new WriteXml());
        main.bind("xmlFormat", XmlResponse.FORM);
        main.bind("writeHtml", new WriteHtml());
        main.bind("writeUrlEncoded", new WriteUrlEncoded());
        main.bind("writeJson", new WriteJson());
        main.bind("writeSendMsg", new WriteSendMsg());
        main.bind("apiJson", ApiJson.mapper());
    }
}
