package io.askwell.attribution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AttributionTrackerConfiguration.class)
public class AttributionTrackerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AttributionTrackerApplication.class, arguments);
    }
}
