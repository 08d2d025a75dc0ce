package io.askwell.transport.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The security of every service: bearer tokens, no session, and whatever no rule allows is denied. A path that no controller
 * serves is a 404 for anyone with a token, so that "not there" and "not for you" can be told apart.
 */
public final class BearerSecurity {

    private final JsonMapper json;
    private final ObjectProvider<HandlerMapping> handlers;
    private final AuthorizationManager<RequestAuthorizationContext> withToken =
            AuthenticatedAuthorizationManager.authenticated();

    public BearerSecurity(JsonMapper json, ObjectProvider<HandlerMapping> handlers) {
        this.json = json;
        this.handlers = handlers;
    }

    /** @param roles the rules of the service, by path and method */
    public SecurityFilterChain chain(
            HttpSecurity http,
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                    roles) {
        var problems = new SecurityProblems(json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(
                                    HttpMethod.GET,
                                    "/actuator/health/**",
                                    "/actuator/prometheus",
                                    "/v3/api-docs/**",
                                    "/swagger-ui.html",
                                    "/swagger-ui/**")
                            .permitAll();
                    roles.customize(requests);
                    requests.anyRequest().access(this::onlyToFindNothing);
                })
                .build();
    }

    private AuthorizationDecision onlyToFindNothing(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        AuthorizationResult known = withToken.authorize(caller, context);
        return new AuthorizationDecision(known != null && known.isGranted() && !isServed(context.getRequest()));
    }

    /** Static resources are no one's data; every other handler needs a rule. */
    private boolean isServed(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return handlers.orderedStream().anyMatch(mapping -> serves(mapping, request));
    }

    private static boolean serves(HandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain found = mapping.getHandler(request);
            return found != null && !(found.getHandler() instanceof ResourceHttpRequestHandler);
        } catch (HttpRequestMethodNotSupportedException otherMethodsOnly) {
            // The dispatcher will say so with a 405 that lists them.
            return false;
        } catch (Exception undecided) {
            return true;
        }
    }
}
