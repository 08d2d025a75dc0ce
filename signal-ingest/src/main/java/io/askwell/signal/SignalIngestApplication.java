package io.askwell.signal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SignalIngestConfiguration.class)
public class SignalIngestApplication {

    static void main(String[] arguments) {
        SpringApplication.run(SignalIngestApplication.class, arguments);
    }
}
