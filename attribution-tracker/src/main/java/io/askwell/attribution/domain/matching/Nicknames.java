package io.askwell.attribution.domain.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Given names that people use for one another, in a few languages. One line is one family; a name may stand in several. */
final class Nicknames {

    private static final String FAMILIES = """
            abigail abby gail
            abraham abe bram ibrahim
            albert al bert alberto albrecht
            alejandro ale jandro alex
            aleksandr alexander alex sasha sascha sandy xander alec alexandre alessandro aleksander lex oleksandr
            aleksandra alexandra alex sasha sandra alexa
            aleksei alexei alyosha lyosha
            alfred al fred alf
            amanda mandy
            anastasia nastya stacy ana
            andrew andy drew andreas andre andrea andrei andrzej anders
            angela angie angelika
            anna ann anne annie anja anya hannah hanna ana nan nancy anita
            anthony tony antonio toni anton antoine antoni
            arthur art artie artur
            barbara barb babs basia barbora
            benjamin ben benny benji
            bernard bernie bernd bernhard
            bradley brad
            carolina caroline carol carrie karoline lina
            catherine katherine katarzyna kasia kathi kathryn cathy kathy kate katie kat kitty katharina katarina katja kathrin catalina ekaterina katya caterina
            charles charlie chuck chas carlos karl carl carlo karel
            charlotte charlie lotte lottie
            christian chris kristian
            christina christine chris chrissy tina kristina kristin cristina kirsten
            christopher chris kit topher christoph cristobal christophe
            daniel dan danny daniele danilo
            daniela danielle dani
            david dave davey dov
            deborah debbie deb debra
            dimitri dmitri dima dmitry dimitris
            dolores lola
            donald don donnie
            dorothy dot dottie dora dorothea
            edward ed eddie ted teddy ned eduardo edoardo eduard
            edmund ed eddie
            eleanor ellie nell nora elena eleonora
            elizabeth betsy sissi elzbieta ela liz lizzie beth betty eliza lisa bess elisabeth elsa elise lisbeth isabel isabella bella elisa
            emily emma em emilia
            enrique quique henry
            evgeny yevgeny eugene gene zhenya evgeni
            fatima fatma fatimah fatme
            florence flo florentina
            francesca fran frances francisca fanny
            francisco fran paco pancho francis frank franz frankie francesco cisco francois
            frederick fred freddy fritz friedrich federico frederic fryderyk
            gabriel gabe gabriele
            gabriela gabi gabrielle gaby
            george georg jorge giorgio jerzy yuri georgios georges jurgen
            gerald gerry jerry gerard gerhard gerd
            giovanni gianni john vanni
            giuseppe beppe pino joseph peppe
            grace gracie graciela
            gregory greg grigori gregor grzegorz
            guadalupe lupe
            guillermo memo william
            harold harry hal harald
            helen helena nell lena elena helene ellen
            henry henk harry hank hal heinrich heinz henri hendrik enrico henrik
            hussein husain hossein hussain
            ignacio nacho
            irina ira irene
            isaac ike izaak
            ivan vanya john ivo
            jacob jake jakob james jacques jakub iago
            james jim jimmy jamie jaime
            jane janet jenny jana jean janice
            jason jay
            jeffrey jeff geoffrey geoff
            jennifer jen jenny jenna
            jesus chuy chucho
            jessica jess jessie
            joanna asia jo joanne johanna joan joana asia
            johannes hans johann jan john hannes jens
            john johnny jack jon jonny johan juan sean ian evan
            jonathan jon jonny nathan
            jose pepe josep joseph
            joseph joe joey jo josef jozef yusuf youssef yosef
            joshua josh
            judith judy judit
            julia julie giulia juliana jules
            justin justus
            kenneth ken kenny
            konstantin kostya konstantinos costa
            larisa lara larissa
            laura laurie lauren laurence lori
            lawrence larry lars lorenzo laurent lorenz
            leonard leo len lenny leonardo leon leonid
            louis lou louie luis luigi ludwig lewis
            ludmila lyudmila mila lyuda
            madeline maddie madeleine magdalena lena
            malgorzata gosia margaret
            manuel manny manolo emmanuel
            marcus mark marco marc markus marek marcos
            margaret maggie meg peggy margie greta rita margarete margarita marguerite gretchen
            maria mary marie mia mimi molly polly mariana masha maryam miriam mariya
            martha marta marthe
            martin marty martino morten marcin
            matthew matt matthias mateo matteo mathieu mateusz mats
            maximilian max maxim maxime massimo
            michael mike mick mickey mikey miguel michel mikhail misha michele mikael michal micha
            michelle shelly micki
            mohammed muhammad mohammad mohamed mo muhammed mehmet mohamad
            natalia natasha natalie nat nataliya
            nathaniel nate nathan nat
            nicholas nick nicky nicolas nikolaus klaus nico nikolai kolya niklas nicola nikos nils
            olga olya
            oliver ollie olivier
            pamela pam
            patricia pat patty tricia trish patrizia
            patrick pat paddy padraig patricio patryk
            paul pablo paolo pavel paulo pal
            pedro peter perico
            peter piotrek pete petra pedro piotr pierre pietro petr pyotr per petros
            philip phil phillip philippe felipe filip filippo
            rachel rae shelley raquel
            raymond ray raimund ramon
            rebecca becky becca rivka
            reginald reg reggie
            richard rick dick rich ricky richie ricardo riccardo ryszard
            robert bob bobby rob robbie bert roberto robin
            ronald ron ronnie
            rosa rose rosie rosemary rosalie
            roxana roxanne
            rudolf rudi rudy rolf
            samantha sam sammie
            samuel sam sammy
            sarah sara sally sadie
            sebastian seb bastian basti
            sergei serge sergio seryozha sergey serhiy
            sharon shari
            sofia sophie sophia sonya sonja sophy
            stanislav stan stas stanislaw
            stephanie steph steffi stefanie
            stephen steven steve stefan stefano esteban etienne szczepan stephan
            susan sue susie suzanne susanne susanna zuzana
            svetlana sveta lana
            tatiana tanya tania
            teresa terry tess theresa therese tessa
            theodore ted theo teddy fyodor
            thomas tom tommy tomas tommaso tomasz
            timothy tim timmy timo timofey
            tobias toby tobi
            ulrich uli ulli
            valentina valya tina
            victoria vicky tori viktoria vika
            victor vic viktor vittorio
            vincent vince vinnie vincenzo vicente enzo
            virginia ginny gina
            vladimir vova volodya vlad wladimir volodymyr
            walter walt wally gualtiero
            wilhelm willi willy helmut will
            william will bill billy willie liam guillaume wim
            wolfgang wolf
            yevgenia zhenya eugenia
            agnieszka aga
            krzysztof krzysiek kris
            rosario charo
            concepcion concha conchita
            jesus chus chuy
            karl kalle carl
            grzegorz grzesiek
            wojciech wojtek
            lukasz lukas luke
            zachary zach zack
            александр саша шура алекс
            александра саша шура
            алексей алёша лёша
            анастасия настя
            анна аня нюра
            дмитрий дима митя
            евгений женя
            евгения женя
            екатерина катя
            елена лена
            елизавета лиза
            иван ваня
            константин костя
            людмила люда мила
            мария маша маруся
            михаил миша
            наталья наташа
            николай коля
            ольга оля
            павел паша
            светлана света
            сергей серёжа
            татьяна таня
            юлия юля
            владимир володя вова
            """;

    private static final Map<String, Set<Integer>> FAMILIES_OF = index();

    private Nicknames() {}

    /** @param one plain, lower case */
    static boolean related(String one, String other) {
        Set<Integer> families = FAMILIES_OF.get(one);
        Set<Integer> others = FAMILIES_OF.get(other);
        return families != null && others != null && families.stream().anyMatch(others::contains);
    }

    /** Whether both are well-known names of their own, though perhaps a letter apart, as Daniel and Daniela. */
    static boolean areTwoNames(String one, String other) {
        return FAMILIES_OF.containsKey(one) && FAMILIES_OF.containsKey(other) && !related(one, other);
    }

    private static Map<String, Set<Integer>> index() {
        Map<String, Set<Integer>> index = new HashMap<>();
        List<String> lines = FAMILIES.lines().toList();
        for (int family = 0; family < lines.size(); family++) {
            for (String name : lines.get(family).split(" ", -1)) {
                index.computeIfAbsent(Folding.plain(name), key -> new HashSet<>())
                        .add(family);
            }
        }
        return Map.copyOf(index);
    }
}
