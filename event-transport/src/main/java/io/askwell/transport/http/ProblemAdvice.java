package io.askwell.transport.http;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error that reaches the edge, as RFC 9457 problem details. What Spring MVC itself refuses comes with its own status. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return refusal.toProblem();
    }

    /** The firewall refuses a parameter or a header when it is read, which is here. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejection) {
        return Refusal.badRequest("A query parameter or a header holds a character that is not allowed, such as U+0000")
                .toProblem();
    }

    /** The caller learns nothing but an id, under which the log has the rest. */
    @ExceptionHandler
    ProblemDetail failed(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // The security filters in front answer these.
            throw failure;
        }
        String errorId = UUID.randomUUID().toString();
        log.atError().addKeyValue("errorId", errorId).setCause(failure).log("A request failed");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the error id names it in our log");
        problem.setProperty("errorId", errorId);
        return problem;
    }

    /** Text that is not JSON is a bad request; JSON that does not fit names the field that does not. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Refusal refusal = switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> Refusal.unprocessable(pointer(unknown), "Unknown field");
            case DatabindException unfit -> Refusal.unprocessable(pointer(unfit), "Not a valid value");
            case null, default -> Refusal.badRequest("The body is not JSON");
        };
        return answer(unreadable, refusal, headers, request);
    }

    /** A query parameter or a path variable of the wrong form. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        Refusal refusal = Refusal.badRequest("Not a valid value for " + name);
        return answer(mismatch, refusal, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception cause, Refusal refusal, HttpHeaders headers, WebRequest request) {
        ProblemDetail problem = refusal.toProblem();
        return handleExceptionInternal(cause, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static String pointer(JacksonException unfit) {
        List<JacksonException.Reference> path = unfit.getPath();
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
