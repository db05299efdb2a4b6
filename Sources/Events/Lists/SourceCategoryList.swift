// The categories of 819 traffic sources: hosts, or bare names.
// From seeds/ga4_source_categories.csv of https://github.com/Velir/dbt-ga4, commit 2d7b1f1c,
// taken 2026-11-25, SHA-256 ca1c0e9aa2196688dfffd13fb87e93ebcbd0218267b1d5118663dbed6ac24bfa.
// Made by Scripts/vendor-lists; do not edit.
//
// MIT licence. Copyright (c) 2022 Adam Ribaudo
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
// associated documentation files (the "Software"), to deal in the Software without restriction,
// including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
// and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
// subject to the following conditions: The above copyright notice and this permission notice shall be
// included in all copies or substantial portions of the Software.
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
// LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
// IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
// WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

enum SourceCategoryList {
    /// 819 sources in lower case and the order of their bytes, `~` before and
    /// after each. Their digits are bits: 1 search, 2 shopping, 4 social, 8 video.
    static let sources: StaticString = #"""
        ~360.cn=1~43things=4~43things.com=4~51.com=4~5ch.net=4~aax-us-east.amazon-adsystem.com=2~\#
        aax.amazon-adsystem.com=2~academia.edu=4~activerain=4~activerain.com=4~activeworlds=4~\#
        activeworlds.com=4~addthis=4~addthis.com=4~airg.ca=4~alibaba=2~alibaba.com=2~alice=1~\#
        allnurses.com=4~allrecipes.com=4~alumniclass=4~alumniclass.com=4~amazon=2~amazon.co.uk=2~\#
        amazon.com=2~ameba.jp=4~ameblo.jp=4~americantowns=4~americantowns.com=4~amp.reddit.com=4~\#
        ancestry.com=4~anobii=4~anobii.com=4~answerbag=4~answerbag.com=4~answers.yahoo.com=4~aol=1~\#
        aolanswers=4~aolanswers.com=4~apps.facebook.com=4~apps.shopify.com=2~ar.pinterest.com=4~\#
        ar.search.yahoo.com=1~artstation.com=4~ask=1~askubuntu=4~askubuntu.com=4~asmallworld.com=4~\#
        at.search.yahoo.com=1~athlinks=4~athlinks.com=4~au.search.yahoo.com=1~auone=1~avg=1~\#
        away.vk.com=4~awe.sm=4~b.hatena.ne.jp=4~baby-gaga=4~baby-gaga.com=4~babyblog.ru=4~babylon=1~\#
        badoo=4~badoo.com=4~baidu=1~bebo=4~bebo.com=4~beforeitsnews=4~beforeitsnews.com=4~\#
        bharatstudent=4~bharatstudent.com=4~biglobe=1~biglobe.co.jp=1~biglobe.ne.jp=1~biip.no=4~bing=1~\#
        biswap.org=4~bit.ly=4~blackcareernetwork.com=4~blackplanet=4~blackplanet.com=4~blip.fm=4~\#
        blog.com=4~blog.feedspot.com=4~blog.goo.ne.jp=4~blog.naver.com=4~blog.twitch.tv=8~\#
        blog.yahoo.co.jp=4~blogg.no=4~bloggang.com=4~blogger=4~blogger.com=4~blogher=4~blogher.com=4~\#
        bloglines=4~bloglines.com=4~blogs.com=4~blogsome=4~blogsome.com=4~blogspot=4~blogspot.com=4~\#
        blogster=4~blogster.com=4~blurtit=4~blurtit.com=4~bookmarks.yahoo.co.jp=4~bookmarks.yahoo.com=4~\#
        br.pinterest.com=4~br.search.yahoo.com=1~brightkite=4~brightkite.com=4~brizzly=4~brizzly.com=4~\#
        business.facebook.com=4~buzzfeed=4~buzzfeed.com=4~buzznet=4~buzznet.com=4~ca.search.yahoo.com=1~\#
        cafe.naver.com=4~cafemom=4~cafemom.com=4~camospace=4~camospace.com=4~canalblog.com=4~care.com=4~\#
        care2=4~care2.com=4~caringbridge.org=4~catster=4~catster.com=4~cbnt.io=4~cellufun=4~\#
        cellufun.com=4~centerblog.net=4~centrum.cz=1~ch.search.yahoo.com=1~chat.zalo.me=4~\#
        checkout.shopify.com=2~checkout.stripe.com=2~chegg.com=4~chicagonow=4~chicagonow.com=4~\#
        chiebukuro.yahoo.co.jp=4~cl.search.yahoo.com=1~classmates=4~classmates.com=4~classquest=4~\#
        classquest.com=4~cn.bing.com=1~cnn=1~co.pinterest.com=4~co.search.yahoo.com=1~cocolog-nifty=4~\#
        cocolog-nifty.com=4~comcast=1~conduit=1~copainsdavant.linternaute.com=4~couchsurfing.org=4~\#
        cozycot=4~cozycot.com=4~cr.shopping.naver.com=2~cr2.shopping.naver.com=2~crackle=8~\#
        crackle.com=8~cross.tv=4~crunchyroll=4~crunchyroll.com=4~curiositystream=8~\#
        curiositystream.com=8~cyworld=4~cyworld.com=4~cz.pinterest.com=4~d.hatena.ne.jp=4~d.tube=8~\#
        dailymotion=8~dailymotion.com=8~dailystrength.org=4~dashboard.twitch.tv=8~daum=1~daum.net=1~\#
        de.search.yahoo.com=1~deluxe.com=4~deviantart=4~deviantart.com=4~dianping=4~dianping.com=4~\#
        digg=4~digg.com=4~diigo=4~diigo.com=4~discover.hubpages.com=4~disneyplus=8~disneyplus.com=8~\#
        disqus=4~disqus.com=4~dk.search.yahoo.com=1~dogpile=1~dogpile.com=1~dogster=4~dogster.com=4~\#
        dol2day=4~dol2day.com=4~doostang=4~doostang.com=4~dopplr=4~dopplr.com=4~douban=4~douban.com=4~\#
        draft.blogger.com=4~draugiem.lv=4~drugs-forum=4~drugs-forum.com=4~duckduckgo=1~dzone=4~\#
        dzone.com=4~ebay=2~ebay.co.uk=2~ebay.com=2~ebay.com.au=2~ebay.de=2~ecosia.org=1~edublogs.org=4~\#
        elftown=4~elftown.com=4~email.seznam.cz=1~eniro=1~epicurious.com=4~es.search.yahoo.com=1~\#
        espanol.search.yahoo.com=1~etsy=2~etsy.com=2~everforo.com=4~exalead.com=1~exblog.jp=4~\#
        excite.com=1~extole=4~extole.com=4~facebook=4~facebook.com=4~faceparty=4~faceparty.com=4~\#
        fandom.com=4~fanpop=4~fanpop.com=4~fark=4~fark.com=4~fast.wistia.net=8~fb=4~fb.me=4~fc2=4~\#
        fc2.com=4~feedspot=4~feministing=4~feministing.com=4~fi.search.yahoo.com=1~filmaffinity=4~\#
        filmaffinity.com=4~firmy.cz=1~flickr=4~flickr.com=4~flipboard=4~flipboard.com=4~folkdirect=4~\#
        folkdirect.com=4~foodservice=4~foodservice.com=4~forums.androidcentral.com=4~\#
        forums.crackberry.com=4~forums.imore.com=4~forums.nexopia.com=4~forums.webosnation.com=4~\#
        forums.wpcentral.com=4~fotki=4~fotki.com=4~fotolog=4~fotolog.com=4~foursquare=4~\#
        foursquare.com=4~fr.search.yahoo.com=1~free.facebook.com=4~friendfeed=4~friendfeed.com=4~\#
        fruehstueckstreff.org=4~fubar=4~fubar.com=4~gaiaonline=4~gaiaonline.com=4~gamerdna=4~\#
        gamerdna.com=4~gather.com=4~geni.com=4~getpocket.com=4~glassboard=4~glassboard.com=4~\#
        glassdoor=4~glassdoor.com=4~globo=1~go.mail.ru=1~godtube=4~godtube.com=4~goldenline.pl=4~\#
        goldstar=4~goldstar.com=4~goo.gl=4~gooblog=4~goodreads=4~goodreads.com=4~google=1~\#
        google shopping=2~google+=4~google-play=1~googlegroups.com=4~googleplus=4~govloop=4~\#
        govloop.com=4~gowalla=4~gowalla.com=4~gree.jp=4~groups.google.com=4~gulli.com=4~gutefrage.net=4~\#
        habbo=4~habbo.com=4~hatena=4~help.hulu.com=8~help.netflix.com=8~hi5=4~hi5.com=4~\#
        hk.search.yahoo.com=1~hootsuite=4~hootsuite.com=4~houzz=4~houzz.com=4~hoverspot=4~\#
        hoverspot.com=4~hr.com=4~hu.pinterest.com=4~hubculture=4~hubculture.com=4~hubpages.com=4~hulu=8~\#
        hulu.com=8~hyves.net=4~hyves.nl=4~ibibo=4~ibibo.com=4~id.pinterest.com=4~id.search.yahoo.com=1~\#
        id.twitch.tv=8~identi.ca=4~ig=4~igshopping=2~imageshack=4~imageshack.com=4~imageshack.us=4~\#
        imvu=4~imvu.com=4~in.pinterest.com=4~in.search.yahoo.com=1~incredimail=1~insanejournal=4~\#
        insanejournal.com=4~instagram=4~instagram.com=4~instapaper=4~instapaper.com=4~\#
        internations.org=4~interpals.net=4~intherooms=4~intherooms.com=4~iq.com=8~iqiyi=8~iqiyi.com=8~\#
        irc-galleria.net=4~is.gd=4~it.search.yahoo.com=1~italki=4~italki.com=4~jammerdirect=4~\#
        jammerdirect.com=4~jappy.com=4~jappy.de=4~jobs.netflix.com=8~justin.tv=8~kaboodle.com=4~kakao=4~\#
        kakao.com=4~kakaocorp.com=4~kaneva=4~kaneva.com=4~kin.naver.com=4~kvasir=1~l.facebook.com=4~\#
        l.instagram.com=4~l.messenger.com=4~last.fm=4~lens.google.com=1~librarything=4~\#
        librarything.com=4~lifestream.aol.com=4~line=4~line.me=4~linkedin=4~linkedin.com=4~listal=4~\#
        listal.com=4~listography=4~listography.com=4~lite.qwant.com=1~livedoor.com=4~livedoorblog=4~\#
        livejournal=4~livejournal.com=4~lm.facebook.com=4~lnkd.in=4~lycos=1~m.alibaba.com=2~\#
        m.baidu.com=1~m.blog.naver.com=4~m.cafe.naver.com=4~m.facebook.com=4~m.kin.naver.com=4~\#
        m.naver.com=1~m.search.naver.com=1~m.shopping.naver.com=2~m.sogou.com=1~m.twitch.tv=8~\#
        m.vk.com=4~m.yelp.com=4~m.youtube.com=8~mail.rambler.ru=1~mail.yandex.ru=1~\#
        malaysia.search.yahoo.com=1~mbga.jp=4~medium.com=4~meetin.org=4~meetup=4~meetup.com=4~\#
        meinvz.net=4~meneame.net=4~menuism.com=4~mercadolibre=2~mercadolibre.com=2~\#
        mercadolibre.com.ar=2~mercadolibre.com.mx=2~message.alibaba.com=2~messages.google.com=4~\#
        messages.yahoo.co.jp=4~messenger=4~messenger.com=4~mix.com=4~mixi.jp=4~mobile.facebook.com=4~\#
        mocospace=4~mocospace.com=4~mouthshut=4~mouthshut.com=4~movabletype=4~movabletype.com=4~\#
        msearch.shopping.naver.com=2~msn=1~msn.com=1~mubi=4~mubi.com=4~music.youtube.com=8~\#
        mx.search.yahoo.com=1~my.opera.com=4~myanimelist.net=4~myheritage=4~myheritage.com=4~mylife=4~\#
        mylife.com=4~mymodernmet=4~mymodernmet.com=4~myspace=4~myspace.com=4~najdi=1~naver=1~\#
        naver.com=1~netflix=8~netflix.com=8~netvibes=4~netvibes.com=4~news.google.com=1~\#
        news.ycombinator.com=4~newsshowcase=4~nexopia=4~ngopost.org=4~niconico=4~nicovideo.jp=4~\#
        nightlifelink=4~nightlifelink.com=4~ning=4~ning.com=4~nl.pinterest.com=4~nl.search.yahoo.com=1~\#
        nl.shopping.net=2~no.search.yahoo.com=1~no.shopping.net=2~ntp.msn.com=1~nz.search.yahoo.com=1~\#
        odnoklassniki.ru=4~odnoklassniki.ua=4~offer.alibaba.com=2~okwave.jp=4~old.reddit.com=4~\#
        one.walmart.com=2~onet=1~onet.pl=1~oneworldgroup.org=4~onstartups=4~onstartups.com=4~\#
        opendiary=4~opendiary.com=4~order.shopping.yahoo.co.jp=2~oshiete.goo.ne.jp=4~out.reddit.com=4~\#
        over-blog.com=4~overblog.com=4~paper.li=4~partners.shopify.com=2~partyflock.nl=4~\#
        pe.search.yahoo.com=1~ph.search.yahoo.com=1~photobucket=4~photobucket.com=4~pinboard=4~\#
        pinboard.in=4~pingsta=4~pingsta.com=4~pinterest=4~pinterest.at=4~pinterest.ca=4~pinterest.ch=4~\#
        pinterest.cl=4~pinterest.co.kr=4~pinterest.co.uk=4~pinterest.com=4~pinterest.com.au=4~\#
        pinterest.com.mx=4~pinterest.de=4~pinterest.es=4~pinterest.fr=4~pinterest.it=4~pinterest.jp=4~\#
        pinterest.nz=4~pinterest.ph=4~pinterest.pt=4~pinterest.ru=4~pinterest.se=4~pixiv.net=4~\#
        pl.pinterest.com=4~pl.search.yahoo.com=1~play.google.com=1~playahead.se=4~player.twitch.tv=8~\#
        player.vimeo.com=8~plurk=4~plurk.com=4~plus.google.com=4~plus.url.google.com=4~pocket.co=4~\#
        posterous=4~posterous.com=4~pro.homeadvisor.com=4~pulse.yahoo.com=4~qapacity=4~qapacity.com=4~\#
        quechup=4~quechup.com=4~quora=4~quora.com=4~qwant=1~qwant.com=1~qzone.qq.com=4~rakuten=1~\#
        rakuten.co.jp=1~rambler=1~rambler.ru=1~ravelry=4~ravelry.com=4~reddit=4~reddit.com=4~redux=4~\#
        redux.com=4~renren=4~renren.com=4~researchgate.net=4~reunion=4~reunion.com=4~reverbnation=4~\#
        reverbnation.com=4~rtl.de=4~ryze=4~ryze.com=4~s3.amazonaws.com=2~salespider=4~salespider.com=4~\#
        scoop.it=4~screenrant=4~screenrant.com=4~scribd=4~scribd.com=4~scvngr=4~scvngr.com=4~\#
        se.search.yahoo.com=1~se.shopping.net=2~search-results=1~search.aol.co.uk=1~search.aol.com=1~\#
        search.google.com=1~search.smt.docomo.ne.jp=1~search.ukr.net=1~secondlife=4~secondlife.com=4~\#
        secureurl.ukr.net=1~serverfault=4~serverfault.com=4~seznam=1~seznam.cz=1~sg.search.yahoo.com=1~\#
        shareit=4~sharethis=4~sharethis.com=4~shop.app=2~shopify=2~shopify.com=2~shopping.naver.com=2~\#
        shopping.yahoo.co.jp=2~shopping.yahoo.com=2~shopzilla=2~shopzilla.com=2~shvoong.com=4~\#
        simplycodes.com=2~sites.google.com=4~skype=4~skyrock=4~skyrock.com=4~slashdot.org=4~\#
        slideshare.net=4~smartnews.com=4~snapchat=4~snapchat.com=4~so.com=1~social=4~\#
        sociallife.com.br=4~socialvibe=4~socialvibe.com=4~sogou=1~sogou.com=1~sp-web.search.auone.jp=1~\#
        spaces.live.com=4~spoke=4~spoke.com=4~spruz=4~spruz.com=4~ssense.com=4~stackapps=4~\#
        stackapps.com=4~stackexchange=4~stackexchange.com=4~stackoverflow=4~stackoverflow.com=4~\#
        stardoll.com=4~startsiden=1~startsiden.no=1~stickam=4~stickam.com=4~\#
        store.shopping.yahoo.co.jp=2~stripe=2~stripe.com=2~studivz.net=4~suche.aol.de=1~suomi24.fi=4~\#
        superuser=4~superuser.com=4~sweeva=4~sweeva.com=4~t.co=4~t.me=4~tagged=4~tagged.com=4~\#
        taggedmail=4~taggedmail.com=4~talkbiznow=4~talkbiznow.com=4~taringa.net=4~techmeme=4~\#
        techmeme.com=4~ted=8~ted.com=8~tencent=4~tencent.com=4~terra=1~th.search.yahoo.com=1~tiktok=4~\#
        tiktok.com=4~tinyurl=4~tinyurl.com=4~toolbox=4~toolbox.com=4~touch.facebook.com=4~\#
        tr.pinterest.com=4~tr.search.yahoo.com=1~travellerspoint=4~travellerspoint.com=4~tripadvisor=4~\#
        tripadvisor.com=4~trombi=4~trombi.com=4~trustpilot=4~tudou=4~tudou.com=4~tuenti=4~tuenti.com=4~\#
        tumblr=4~tumblr.com=4~tut.by=1~tw.search.yahoo.com=1~tweetdeck=4~tweetdeck.com=4~twitch=8~\#
        twitch.tv=8~twitter=4~twitter.com=4~twoo.com=4~typepad=4~typepad.com=4~uk.search.yahoo.com=1~\#
        uk.shopping.net=2~ukr=1~unblog.fr=4~urbanspoon.com=4~us.search.yahoo.com=1~ushareit.com=4~\#
        ushi.cn=4~utreon=8~utreon.com=8~vampirefreaks=4~vampirefreaks.com=4~vampirerave=4~\#
        vampirerave.com=4~veoh=8~veoh.com=8~vg.no=4~viadeo.journaldunet.com=8~video.ibm.com=4~vimeo=8~\#
        vimeo.com=8~virgilio=1~vk.com=4~vkontakte.ru=4~vn.search.yahoo.com=1~wakoopa=4~wakoopa.com=4~\#
        walmart=2~walmart.com=2~wap.sogou.com=1~wattpad=4~wattpad.com=4~web.facebook.com=4~\#
        web.skype.com=4~webmaster.yandex.ru=1~websearch.rakuten.co.jp=1~webshots=4~webshots.com=4~\#
        wechat=4~wechat.com=4~weebly=4~weebly.com=4~weibo=4~weibo.com=4~wer-weiss-was.de=4~weread=4~\#
        weread.com=4~whatsapp=4~whatsapp.com=4~wiki.answers.com=4~wikihow.com=4~wikitravel.org=4~\#
        wistia=8~wistia.com=8~woot.com=4~wordpress=4~wordpress.com=4~wordpress.org=4~xanga=4~\#
        xanga.com=4~xing=4~xing.com=4~yahoo=1~yahoo-mbga.jp=4~yahoo.co.jp=1~yahoo.com=1~yammer=4~\#
        yammer.com=4~yandex=1~yandex.by=1~yandex.com=1~yandex.com.tr=1~yandex.fr=1~yandex.kz=1~\#
        yandex.ru=1~yandex.ua=1~yandex.uz=1~yelp=4~yelp.co.uk=4~yelp.com=4~youku=8~youku.com=8~\#
        youroom.in=4~youtube=8~youtube.com=8~za.pinterest.com=4~zalo=4~zen.yandex.ru=1~zoo.gr=4~\#
        zooppa=4~zooppa.com=4~
        """#
}
